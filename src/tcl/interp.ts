import { callProcedure } from "./call.ts";
import type { CommandTemplate, Part, WordTemplate } from "./compiled-script.ts";
import { Completion, ReturnCode, TclError } from "./completion.ts";
import { evaluate, truth } from "./evaluate.ts";
import { expressionOf } from "./expression.ts";
import { Forks } from "./fork.ts";
import { Frame } from "./frame.ts";
import { JIM, type JimFeatures } from "./jim.ts";
import { LayeredMap } from "./layered-map.ts";
import { holdElements, type Limits, Meter, useMeter } from "./limits.ts";
import type { Procedure } from "./procedure.ts";
import { programOf } from "./program.ts";
import { Stop } from "./stop.ts";
import { type SubstitutionLimits, type Substitutions, substitutionsOf } from "./substitution.ts";
import { Fault, faultMessages } from "./tokens.ts";
import { ErrorTrace, type Running } from "./trace.ts";
import { type Program, Value, type Values } from "./value.ts";
import { Variables } from "./variables.ts";

/** What runs when a command is called. `argv[0]` is the command's own name. */
export type Run = (interp: Interp, argv: readonly Value[]) => Value;

export interface Command {
  run: Run;
  /** Present for what `proc` defined. */
  procedure?: Procedure;
  /** Its result follows from its arguments alone, so an unknown argument makes the result unknown. */
  pure?: boolean;
  /** Present for what `alias` defined: the words before the call's own. */
  alias?: readonly Value[];
  /** The command that `local` covered with this one. */
  previous?: Command | undefined;
  /** How many `upcall` commands are calling what this one covers. */
  upcalls?: number;
}

/** The commands of an interpreter by name. */
export class CommandTable extends LayeredMap<Command> {
  define(name: string, run: Run, options: Omit<Command, "run"> = {}): void {
    this.set(name, { run, ...options });
  }
}

/** What runs the interpreter: it answers what only it knows, and is notified of what happens. */
export interface Host {
  /** A command that is not in the table but can be found. */
  findCommand?(name: string): Command | undefined;
  /** May answer for a command that does not exist; without an answer it is an error. */
  answerUnknown?(argv: readonly Value[]): Value | undefined;
  /** May answer for a command that failed. Without an answer the command fails. */
  answerFailed?(argv: readonly Value[], failure: Completion): Value | undefined;
  /** May answer for a variable that nothing has set; without an answer reading it is an error. */
  answerUnset?(name: string): Value | undefined;
  /** A command is about to end more than itself, such as `break`. */
  noteJump?(): void;
  noteProcedure?(procedure: Procedure): void;
  /** A global variable was set. */
  noteSet?(name: string): void;
  /** A script asked whether a global variable is set, and it is not. */
  noteUnset?(name: string): void;
}

/** A value that is passed around by name. */
export interface Reference {
  value: Value;
  finalizer: Value | undefined;
}

/** More output than this is not kept. */
const LONGEST_OUTPUT = 1_000_000;

/** Jim Tcl's own limits (jim.h). */
const DEEPEST_EVAL = 2000;
const DEEPEST_CALL = 1000;

/**
 * Runs Tcl scripts as Jim Tcl 0.81 does, within bounds, with no way out to the machine: what a script can
 * do is what the commands given to it do.
 */
export class Interp {
  commands = new CommandTable();
  readonly global = new Frame();
  readonly trace = new ErrorTrace();
  readonly meter: Meter;
  readonly variables: Variables;
  readonly forks: Forks;
  frame = this.global;
  /** What this Jim can do. */
  jim: JimFeatures = JIM["0.81"];
  /** The script that is running. */
  running: Running | undefined;
  /** How many `catch` commands would take an error that happens now. */
  catches = 0;
  /** How many commands have run that may as well fail on the machine. */
  doubts = 0;
  /** The level that the last `return` asked for, less those it has left. */
  returnLevel = 0;
  /** How many `local` commands the running one is an argument of. */
  localDepth = 0;
  /** What `ref` made, by number. */
  readonly references = new Map<string, Reference>();
  /** What `puts` wrote, in pieces. */
  readonly output: string[] = [];
  host: Host = {};
  #evalDepth = 0;
  #unknownDepth = 0;
  #outputLength = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.meter = new Meter(limits);
    this.variables = new Variables(this);
    this.forks = new Forks(this);
  }

  /** Adds a command; inside `local` it covers the one of that name. */
  add(name: string, command: Command): void {
    const previous = this.localDepth > 0 ? this.commands.get(name) : undefined;
    this.commands.set(name, previous === undefined ? command : { ...command, previous });
  }

  /** Takes a command away; the one that it covers is there again. */
  uncover(name: string, previous = this.commands.get(name)?.previous): void {
    if (previous === undefined) this.commands.delete(name);
    else this.commands.set(name, previous);
  }

  /** A name as the current namespace has it. */
  qualify(name: string): string {
    if (name.startsWith("::")) return name.replace(/^:+/, "");
    return this.frame.namespace === "" ? name : `${this.frame.namespace}::${name}`;
  }

  /** Sets a global variable from inside, as Jim itself does. */
  setGlobal(name: string, value: Value): void {
    const variable = this.global.variables.get(name) ?? { value: undefined, link: undefined };
    this.global.variables.set(name, variable);
    this.forks.note(variable);
    variable.value = value;
  }

  print(text: string): void {
    this.#outputLength += text.length;
    if (this.#outputLength <= LONGEST_OUTPUT) this.output.push(text);
  }

  /** The result of what only the machine can answer, and what may as well fail there. */
  doubt(): Value {
    this.doubts++;
    return Value.unknown();
  }

  /** `$name` */
  variable(name: string): Value {
    return this.variables.get(name);
  }

  /** `$name(index)` */
  element(name: string, index: Value): Value {
    const key = this.substitute(index);
    return key.unknown ? Value.unknown() : this.variables.getElement(name, key.text);
  }

  /** Runs a script in the current frame: the value of its last command. */
  eval(script: Value): Value {
    if (script.unknown) return script.isPureList ? this.call(script.elements) : Value.unknown();
    if (script.isPureList) return script.elements.length > 0 ? this.call(script.elements) : Value.empty;
    if (script.program === undefined) {
      const { length } = script.text;
      this.meter.read(length);
      this.meter.work(length);
      return this.metered(() => this.run(programOf(script)));
    }
    return this.run(script.program);
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

  /** Runs a file's text in the caller's frame; `return` at its top level ends it. */
  source(script: Value): Value {
    try {
      return this.eval(script);
    } catch (thrown) {
      let end = thrown;
      if (thrown instanceof Completion && thrown.code === ReturnCode.Return) {
        const { becomes, value } = thrown;
        if (!this.leave(thrown) || becomes === ReturnCode.Ok || becomes === ReturnCode.Return) return value;
        end = becomes === ReturnCode.Error ? new TclError(value) : new Completion(becomes, value);
      }
      if (end instanceof TclError) this.trace.passCommand();
      throw end;
    }
  }

  /** A `return` leaves a proc or a file; true where that was the last one it was to leave. */
  leave(completion: Completion): boolean {
    this.returnLevel = --completion.level;
    if (completion.level > 0) return false;
    this.returnLevel = 0;
    return true;
  }

  run(program: Program): Value {
    const { code, values } = program;
    const outer = this.running;
    const { source, start: at, end } = code;
    const running: Running = { source, at, end, lineAt: at, frame: this.frame, outer };
    const isFault = code.fault !== Fault.ExtraCharacters || this.jim.bracesEndWords;
    if (code.fault !== Fault.None && isFault) {
      const { faultAt: at, faultLineAt } = code;
      this.trace.begin();
      this.trace.passScript(
        { ...running, at, end: at + 1 },
        faultLineAt < 0 ? 0 : source.lineAt(faultLineAt),
        true,
      );
      throw new TclError(faultMessages[code.fault]);
    }
    this.running = running;
    const outerMeter = useMeter(this.meter);
    this.trace.begin();
    let result = Value.empty;
    try {
      for (const command of code.commands) {
        running.at = command.start;
        running.end = command.end;
        running.lineAt = command.lineAt;
        result = this.#execute(command, values);
      }
      this.trace.clear();
      return result;
    } catch (cause) {
      const thrown = cause instanceof RangeError ? nestedTooDeeply() : cause;
      this.#passOut(thrown, running);
      throw thrown;
    } finally {
      this.running = outer;
      useMeter(outerMeter);
    }
  }

  /** Counts what is done with values outside of any script, too. */
  metered<T>(run: () => T): T {
    const outer = useMeter(this.meter);
    try {
      return run();
    } finally {
      useMeter(outer);
    }
  }

  #passOut(thrown: unknown, running: Running): void {
    const { source, at, end } = running;
    if (thrown instanceof Stop && source.name !== "") thrown.place ??= { source, at, end };
    if (!(thrown instanceof Completion)) return;
    if (thrown.code === ReturnCode.Error) this.trace.passScript(running);
    else if (thrown.code !== ReturnCode.Return || thrown.becomes !== ReturnCode.Error) this.trace.clear();
  }

  #execute(command: CommandTemplate, values: Values): Value {
    const argv: Value[] = [];
    for (const word of command.words) {
      const value = this.#word(word, values);
      if (word.expand) this.#expand(value, argv);
      else argv.push(value);
    }
    return argv.length > 0 ? this.call(argv) : Value.empty;
  }

  #expand(list: Value, argv: Value[]): void {
    holdElements(list.elements.length);
    for (const element of list.elements) argv.push(element);
  }

  // Only a word of several parts holds a `return` back that happens in one of them.
  #word({ parts }: WordTemplate, values: Values): Value {
    return parts.length === 1 ? this.#part(parts[0]!, values) : this.#join(parts, values);
  }

  #join(parts: readonly Part[], values: Values, substitutes = false): Value {
    let text = "";
    let unknown = false;
    let first: Value | undefined;
    for (const part of parts) {
      const value = this.#partWithin(part, values, substitutes);
      if (value === ReturnCode.Break) break;
      if (value === ReturnCode.Continue) continue;
      first ??= value;
      if (value.unknown) unknown = true;
      else text += value.text;
      this.meter.hold(value.text.length);
    }
    if (unknown) return Value.unknown();
    return new Value(text, first?.source, first?.offset, false);
  }

  #part(part: Part, values: Values): Value {
    switch (part.kind) {
      case "literal":
        return values.of(part);
      case "variable":
        return this.variables.get(part.name);
      case "element":
        return this.element(part.name, values.of(part));
      case "expression":
        return this.expr(values.of(part));
      case "command":
        return this.eval(values.of(part));
    }
  }

  // Inside a word `return` gives its value, and what else ends a command early is an error; to `subst`, `break`
  // ends the text and `continue` leaves a piece of it out.
  #partWithin(
    part: Part,
    values: Values,
    substitutes: boolean,
  ): Value | typeof ReturnCode.Break | typeof ReturnCode.Continue {
    try {
      return this.#part(part, values);
    } catch (thrown) {
      if (!(thrown instanceof Completion) || thrown.code === ReturnCode.Error) throw thrown;
      if (thrown.code === ReturnCode.Return && part.kind === "command") return thrown.value;
      if (substitutes && (thrown.code === ReturnCode.Break || thrown.code === ReturnCode.Continue))
        return thrown.code;
      throw new TclError(thrown.value);
    }
  }

  /** Replaces variables, commands and backslashes in a text, as an array's index has it. */
  substitute(text: Value): Value {
    if (!/[$[\\]/.test(text.text)) return text;
    return this.#joinAny(substitutionsOf(text), false);
  }

  /** Replaces variables, commands and backslashes in a text, as `subst` does. */
  subst(text: Value, limits: SubstitutionLimits): Value {
    return this.#joinAny(substitutionsOf(text, limits), true);
  }

  #joinAny({ parts, values }: Substitutions, substitutes: boolean): Value {
    if (parts.length === 0) return Value.empty;
    if (parts.length > 1) return this.#join(parts, values, substitutes);
    const value = this.#partWithin(parts[0]!, values, substitutes);
    return value instanceof Value ? value : Value.empty;
  }

  /** Works out an expression. */
  expr(expression: Value): Value {
    if (expression.unknown) return Value.unknown();
    return evaluate(this, expressionOf(expression, this.jim));
  }

  /** An expression as a condition; undefined where only hardware knows. */
  condition(expression: Value): boolean | undefined {
    return truth(this.expr(expression));
  }

  /** Calls a command with its arguments. */
  call(argv: readonly Value[]): Value {
    const name = argv[0]!;
    if (name.unknown) return Value.unknown();
    const command = this.lookup(name.text);
    if (command === undefined) return this.#unknown(argv);
    this.meter.step();
    if (argv.length > 8) this.meter.work(argv.length);
    if (this.#evalDepth === DEEPEST_EVAL) throw new TclError("Infinite eval recursion");
    this.#evalDepth++;
    try {
      return this.invoke(command, argv);
    } catch (thrown) {
      if (thrown instanceof RangeError) throw nestedTooDeeply();
      const answer = thrown instanceof Completion ? this.host.answerFailed?.(argv, thrown) : undefined;
      if (answer === undefined) throw thrown;
      this.trace.clear();
      return answer;
    } finally {
      this.#evalDepth--;
    }
  }

  /** Runs a command that was found, past the checks of `call`. */
  invoke(command: Command, argv: readonly Value[]): Value {
    try {
      return this.#invokeOnce(command, argv);
    } catch (thrown) {
      const { tailCall } = this.frame;
      if (tailCall === undefined) throw thrown;
      this.frame.tailCall = undefined;
      if (!(thrown instanceof Completion) || thrown.code !== ReturnCode.Eval) throw thrown;
      return tailCall();
    }
  }

  #invokeOnce(command: Command, argv: readonly Value[]): Value {
    if (command.pure && argv.some((argument) => argument.unknown)) return Value.unknown();
    if (command.procedure === undefined) return command.run(this, argv);
    if (this.frame.level === DEEPEST_CALL) {
      throw new TclError("Too many nested calls. Infinite recursion?");
    }
    return callProcedure(this, command.procedure, argv);
  }

  /** The command of that name, as the current namespace sees it. */
  lookup(name: string): Command | undefined {
    let command = this.#find(name);
    while ((command?.upcalls ?? 0) > 0) command = command!.previous;
    return command;
  }

  #find(name: string): Command | undefined {
    const bare = name.startsWith("::") ? name.replace(/^:+/, "") : name;
    const { namespace } = this.frame;
    if (namespace !== "" && bare === name) {
      const own = this.commands.get(`${namespace}::${name}`);
      if (own !== undefined) return own;
    }
    return this.commands.get(bare) ?? this.host.findCommand?.(bare);
  }

  #unknown(argv: readonly Value[]): Value {
    const handler = this.#unknownDepth > 50 ? undefined : this.commands.get("unknown");
    if (handler === undefined) {
      const answer = this.host.answerUnknown?.(argv);
      if (answer !== undefined) return answer;
      throw new TclError(`invalid command name "${argv[0]!.text}"`);
    }
    this.meter.step();
    this.#unknownDepth++;
    try {
      return this.call([new Value("unknown"), ...argv]);
    } finally {
      this.#unknownDepth--;
    }
  }
}

// JavaScript's own stack is at its end.
function nestedTooDeeply(): Stop {
  return new Stop("depth", "nested too deeply");
}
