import { Code, Completion, Stop, TclError } from "./completion.ts";
import { evaluate, truth } from "./evaluate.ts";
import { expressionOf } from "./expression.ts";
import { Frame } from "./frame.ts";
import { Forks } from "./fork.ts";
import { type Limits, Meter } from "./limits.ts";
import { callProcedure, type Procedure } from "./procedure.ts";
import { type CommandTemplate, type Part, type Program, programOf, type WordTemplate } from "./program.ts";
import { type SubstitutionLimits, substitutionsOf } from "./substitution.ts";
import { faultMessages } from "./tokens.ts";
import { ErrorTrace, type Running } from "./trace.ts";
import { Value } from "./value.ts";
import { Variables } from "./variables.ts";

/** What runs when a command is called. `argv[0]` is the command's own name. */
export type Run = (interp: Interp, argv: readonly Value[]) => Value;

export interface Command {
  run: Run;
  /** Present for what `proc` defined. */
  procedure?: Procedure;
  /** Its result follows from its arguments alone, so an unknown argument makes the result unknown. */
  pure?: boolean;
}

/** Jim Tcl's own limits (jim.h). */
const DEEPEST_EVAL = 2000;
const DEEPEST_CALL = 1000;

/**
 * Runs Tcl scripts as Jim Tcl 0.81 does, within bounds, with no way out to the machine: what a script can
 * do is what the commands given to it do.
 */
export class Interp {
  readonly commands = new Map<string, Command>();
  readonly global = new Frame();
  readonly trace = new ErrorTrace();
  readonly meter: Meter;
  readonly variables: Variables;
  readonly forks: Forks;
  frame = this.global;
  /** The script that is running. */
  running: Running | undefined;
  /** Commands that are not in the table but can be found. */
  fallback: ((name: string) => Command | undefined) | undefined;
  /** Is told of a command that does not exist, and may answer for it; without an answer it is an error. */
  onUnknownCommand: ((argv: readonly Value[]) => Value | undefined) | undefined;
  /** Is told of every proc that is defined. */
  onProcedure: ((procedure: Procedure) => void) | undefined;
  /** How many `catch` commands would take an error that happens now. */
  catches = 0;
  #evalDepth = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.meter = new Meter(limits);
    this.variables = new Variables(this);
    this.forks = new Forks(this);
  }

  define(name: string, run: Run, options: Omit<Command, "run"> = {}): void {
    this.commands.set(name, { run, ...options });
  }

  getVariable(name: string): Value {
    return this.variables.get(name);
  }

  getElement(name: string, index: string): Value {
    return this.variables.getElement(name, index);
  }

  /** Runs a script in the current frame: the value of its last command. */
  eval(script: Value): Value {
    if (script.unknown) return script.isPureList ? this.call(script.elements) : Value.unknown();
    if (script.isPureList) return script.elements.length > 0 ? this.call(script.elements) : Value.empty;
    return this.run(programOf(script));
  }

  /** Runs a script at another level, as `uplevel` does. */
  evalIn(frame: Frame, script: Value): Value {
    const saved = this.frame;
    this.frame = frame;
    try {
      return this.eval(script);
    } finally {
      this.frame = saved;
    }
  }

  /** Runs a file's text where the caller stands; `return` at its top level ends it. */
  source(script: Value): Value {
    try {
      return this.eval(script);
    } catch (thrown) {
      if (thrown instanceof Completion && thrown.code === Code.Return && --thrown.level <= 0) {
        if (thrown.becomes === Code.Ok) return thrown.value;
        throw thrown.becomes === Code.Error ? new TclError(thrown.value) : new Completion(thrown.becomes, thrown.value);
      }
      throw thrown;
    }
  }

  run(program: Program): Value {
    const { source, tokens } = program;
    const outer = this.running;
    const running: Running = { source, at: tokens.start, end: tokens.end, frame: this.frame, outer };
    if (tokens.fault !== 0) {
      const { faultAt: at, faultLineAt } = tokens;
      this.trace.begin();
      this.trace.passScript({ ...running, at, end: at + 1 }, source.lineAt(faultLineAt), true);
      throw new TclError(faultMessages[tokens.fault]);
    }
    this.running = running;
    this.trace.begin();
    let result = Value.empty;
    try {
      for (const command of program.commands) {
        running.at = command.start;
        running.end = command.end;
        result = this.#execute(command);
      }
      this.trace.clear();
      return result;
    } catch (thrown) {
      this.#passOut(thrown, running);
      throw thrown;
    } finally {
      this.running = outer;
    }
  }

  #passOut(thrown: unknown, running: Running): void {
    if (!(thrown instanceof Completion)) return;
    if (thrown.code === Code.Error) this.trace.passScript(running);
    else if (thrown.code !== Code.Return || thrown.becomes !== Code.Error) this.trace.clear();
  }

  #execute(command: CommandTemplate): Value {
    const argv: Value[] = [];
    for (const word of command.words) {
      const value = this.#word(word);
      if (!word.expand) argv.push(value);
      else argv.push(...value.elements);
    }
    return argv.length > 0 ? this.call(argv) : Value.empty;
  }

  #word(word: WordTemplate): Value {
    return word.parts.length === 1 ? this.#part(word.parts[0]!) : this.#join(word.parts);
  }

  #join(parts: readonly Part[]): Value {
    let text = "";
    let unknown = false;
    let first: Value | undefined;
    for (const part of parts) {
      const value = this.#part(part);
      first ??= value;
      if (value.unknown) unknown = true;
      else text += value.text;
    }
    if (unknown) return Value.unknown();
    this.meter.hold(text.length);
    return new Value(text, first?.source, first?.offset, false);
  }

  #part(part: Part): Value {
    switch (part.kind) {
      case "literal":
        return part.value;
      case "variable":
        return this.variables.get(part.name);
      case "element":
        return this.variables.getElement(part.name, this.substitute(part.index).text);
      case "expression":
        return this.expr(part.expression);
      case "command":
        return this.#substituteCommand(part.script);
    }
  }

  // A `return` inside brackets only ends the brackets.
  #substituteCommand(script: Value): Value {
    try {
      return this.eval(script);
    } catch (thrown) {
      if (thrown instanceof Completion && thrown.code === Code.Return) return thrown.value;
      throw thrown;
    }
  }

  /** Replaces variables, commands and backslashes in a text, as `subst` does. */
  substitute(text: Value, limits?: SubstitutionLimits): Value {
    const parts = substitutionsOf(text, limits);
    if (parts.length === 0) return Value.empty;
    return parts.length === 1 ? this.#part(parts[0]!) : this.#join(parts);
  }

  /** Works out an expression. */
  expr(expression: Value): Value {
    if (expression.unknown) return Value.unknown();
    return evaluate(this, expressionOf(expression));
  }

  /** An expression as a condition; undefined where only hardware could tell. */
  condition(expression: Value): boolean | undefined {
    return truth(this.expr(expression));
  }

  /** Calls a command with its arguments. */
  call(argv: readonly Value[]): Value {
    const name = argv[0]!;
    if (name.unknown) return Value.unknown();
    const command = this.lookup(name.text);
    if (command === undefined) return this.#unknown(argv);
    if (command.pure && argv.some((argument) => argument.unknown)) return Value.unknown();
    this.meter.step();
    if (this.#evalDepth === DEEPEST_EVAL) throw new TclError("Infinite eval recursion");
    this.#evalDepth++;
    try {
      return this.invoke(command, argv);
    } catch (thrown) {
      if (thrown instanceof RangeError) throw new Stop("depth", "nested too deeply");
      throw thrown;
    } finally {
      this.#evalDepth--;
    }
  }

  /** Runs a command that was found, past the checks of `call`. */
  invoke(command: Command, argv: readonly Value[]): Value {
    if (command.procedure === undefined) return command.run(this, argv);
    if (this.frame.level === DEEPEST_CALL) {
      throw new TclError("Too many nested calls. Infinite recursion?");
    }
    return callProcedure(this, command.procedure, argv);
  }

  lookup(name: string): Command | undefined {
    const bare = name.startsWith("::") ? name.replace(/^:+/, "") : name;
    return this.commands.get(bare) ?? this.fallback?.(bare);
  }

  #unknown(argv: readonly Value[]): Value {
    const handler = this.commands.get("unknown");
    if (handler === undefined) {
      const answer = this.onUnknownCommand?.(argv);
      if (answer !== undefined) return answer;
      throw new TclError(`invalid command name "${argv[0]!.text}"`);
    }
    this.meter.step();
    return this.invoke(handler, [new Value("unknown"), ...argv]);
  }
}
