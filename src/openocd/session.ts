import { defineCommands } from "../tcl/commands/index.ts";
import { Completion, RefusedEffect, Stop, TclError } from "../tcl/completion.ts";
import { type Command, Interp } from "../tcl/interp.ts";
import type { Procedure } from "../tcl/procedure.ts";
import { Source } from "../tcl/source.ts";
import type { Running } from "../tcl/trace.ts";
import { Value } from "../tcl/value.ts";
import { CommandRegistry } from "./command-registry.ts";
import { isBefore012, type Release } from "./data/releases.ts";
import { startupVariables } from "./data/startup.ts";
import { CommandError } from "./errors.ts";
import type { FileSystem } from "./file-system.ts";
import type { Config, EventHandler, Made, ProblemCode, Stage, Target } from "./model.ts";
import { Place } from "./place.ts";

export interface SessionOptions {
  release: Release;
  files: FileSystem;
  /** Where relative names are looked for first. */
  cwd: string;
  searchPaths: readonly string[];
  /** Goes on past faults that rules know, so that one run finds them all. */
  lenient: boolean;
}

/** One run of OpenOCD that touches nothing: what its commands change is the model. */
export class Session {
  readonly interp = new Interp();
  readonly options: SessionOptions;
  readonly config: Config;
  readonly registry: CommandRegistry;
  /** What is being run: the config itself, or a handler or proc of it afterwards. */
  stage: Stage = { kind: "configuration" };
  /** Whether `init` was called, so that commands which need hardware are allowed. */
  initialised = false;
  currentTarget: Target | undefined;
  /** The folders that `find` looks in, in order; a config may add to them. */
  readonly searchPaths: string[];
  /** How many `source` commands are running, each inside the one before. */
  sourceDepth = 0;
  /** The handlers as values, which know where they were written. */
  readonly handlerScripts = new Map<EventHandler, Value>();
  /** Variables that were there before the config, and their values. */
  readonly #given = new Map<string, Value>();

  constructor(config: Config, options: SessionOptions) {
    this.config = config;
    this.options = options;
    this.searchPaths = [...options.searchPaths];
    defineCommands(this.interp);
    this.registry = new CommandRegistry(this);
    this.interp.fallback = (name) => this.registry.find(name);
    this.interp.variables.onSet = (name) => this.#noteSet(name);
    this.interp.onRefused = (command) =>
      this.#report("effect-refused", new RefusedEffect(command).message, command);
    this.interp.onProcedure = (procedure) => this.#addProc(procedure);
    this.interp.onUnknownCommand = (argv) => this.#unknownCommand(argv);
  }

  get release(): Release {
    return this.options.release;
  }

  /** Whether handlers and procs are being looked through: nothing that they do changes the model. */
  get examining(): boolean {
    return this.stage.kind !== "configuration";
  }

  /** Sets what OpenOCD's own start-up scripts set. */
  start(): void {
    if (isBefore012(this.release)) return;
    for (const [name, words] of Object.entries(startupVariables())) {
      this.interp.variables.set(name, Value.strings(words));
    }
  }

  /** Sets a variable as `-c "set NAME VALUE"` before the config would. */
  give(name: string, value: string): void {
    this.interp.variables.set(name, new Value(value));
  }

  /** From here on, what is set is set by the config. */
  markGiven(): void {
    for (const [name, variable] of this.interp.global.variables) {
      if (variable.value !== undefined) this.#given.set(name, variable.value);
    }
  }

  /** Whether a global variable has its value from the config. */
  isOwn(name: string, value: Value): boolean {
    return this.#given.get(name) !== value;
  }

  /** The command that runs now, and the calls that led to it. */
  made(): Made {
    const [at, ...calledFrom] = this.#places();
    return { at: at!, calledFrom, inProc: this.interp.frame.level > 0 };
  }

  // Bodies of `if` and the like are part of the same command: only the innermost one of each level of calls counts.
  #places(): Place[] {
    const places: Place[] = [];
    let inner: Running | undefined;
    for (let running = this.interp.running; running !== undefined; running = running.outer) {
      const place = new Place({ source: running.source, start: running.at, end: running.end });
      if (place.file === "") continue;
      const last = places.at(-1);
      if (last === undefined || inner?.frame !== running.frame || last.source !== place.source)
        places.push(place);
      inner = running;
    }
    return places.length > 0
      ? places
      : [new Place({ source: new Source(this.config.file, ""), start: 0, end: 0 })];
  }

  use(
    use:
      | { kind: "dap-command"; dap: string; words: string[] }
      | { kind: "work-area"; target: string; options: string[] },
  ): void {
    const { interp, stage: during, config } = this;
    config.uses.push({
      ...this.made(),
      during,
      transport: config.transport,
      caught: interp.catches > 0,
      ...use,
    });
  }

  /**
   * Refuses as OpenOCD does, or, in a lenient run, writes the problem down and lets the caller go on as if all were
   * well. What a script catches it deals with itself.
   */
  refuse(error: CommandError): void {
    if (!this.options.lenient || this.interp.catches > 0) throw error;
    this.#report(error.problem, error.message || error.log, error.subject);
  }

  #report(code: ProblemCode, message: string, subject: string | undefined, at = this.made().at): void {
    const found = { code, message, file: at.file, line: at.line, at, stack: [] };
    if (this.examining) return;
    this.config.problems.push(subject === undefined ? found : { ...found, subject });
  }

  /** Runs part of the config; what ends it early becomes a problem. */
  attempt(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      if (thrown instanceof RangeError) this.#report("stopped", "nested too deeply", "depth");
      else if (thrown instanceof Stop) this.#stopped(thrown);
      else if (thrown instanceof TclError) this.#failed(thrown);
      else if (!(thrown instanceof Completion)) throw thrown;
    }
  }

  #stopped({ reason, message, place }: Stop): void {
    // Behind `init` it is how a flash script ends.
    if (this.initialised && reason === "exit") return;
    this.#report("stopped", message, reason, place && new Place({ ...place, start: place.at }));
  }

  #failed(error: TclError): void {
    // That one was reported when it happened, whether or not the script catches it.
    if (error instanceof RefusedEffect) return;
    const { trace } = this.interp;
    const { place, levels } = trace;
    const at = place && new Place({ ...place, start: place.at });
    const isCommand = error instanceof CommandError;
    const subject = isCommand ? error.subject : invalidCommand.exec(error.message)?.[1];
    // Jim names the innermost place that has a file; a script that `eval` put together has none.
    const [{ file, line } = trace] = levels;
    this.config.problems.push({
      code: isCommand
        ? error.problem
        : subject !== undefined
          ? "invalid-command"
          : trace.isSyntax
            ? "syntax"
            : "error",
      message: error.message || (isCommand ? error.log : ""),
      file,
      line,
      at,
      stack: [...levels],
      ...(subject === undefined ? {} : { subject }),
    });
  }

  #noteSet(name: string): void {
    const { variablesSetAt } = this.config;
    if (this.interp.running === undefined || this.examining || variablesSetAt.has(name)) return;
    variablesSetAt.set(name, this.made().at);
  }

  #addProc({ name, parameterList, body }: Procedure): void {
    if (this.examining) return;
    const { procs } = this.config;
    const made = { name, args: parameterList.text, body: body.text, ...this.made() };
    const at = procs.findIndex((known) => known.name === name);
    if (at === -1) procs.push(made);
    else procs[at] = made;
  }

  #unknownCommand(argv: readonly Value[]): Value | undefined {
    const name = argv[0]!.text;
    if (this.registry.isDapWord(argv[1]?.text)) {
      this.use({ kind: "dap-command", dap: name, words: argv.slice(1).map((word) => word.text) });
    }
    if (this.examining) return Value.unknown();
    if (!this.options.lenient || this.interp.catches > 0) return undefined;
    this.#report("invalid-command", `invalid command name "${name}"`, name);
    return Value.empty;
  }

  /** Whether a command of this name can be called now. */
  lookup(name: string): Command | undefined {
    return this.interp.lookup(name);
  }

  /** Whether a proc of this name is running. */
  isInside(proc: string): boolean {
    for (let frame = this.interp.frame; frame.parent !== undefined; frame = frame.parent) {
      if (frame.call[0]?.text === proc) return true;
    }
    return false;
  }

  addSearchPath(folder: string): void {
    if (!this.examining) this.searchPaths.push(folder);
  }
}

const invalidCommand = /^invalid command name "(.*)"$/s;
