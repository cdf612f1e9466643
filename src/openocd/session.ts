import type { FileSystem } from "../files/file-system.ts";
import { defineCommands } from "../tcl/commands/index.ts";
import { Completion, ReturnCode, returnCodeNames, Stop, TclError } from "../tcl/completion.ts";
import { type Command, type Host, Interp } from "../tcl/interp.ts";
import { JIM } from "../tcl/jim.ts";
import type { Procedure } from "../tcl/procedure.ts";
import { Source } from "../tcl/source.ts";
import type { Running } from "../tcl/trace.ts";
import { Value } from "../tcl/value.ts";
import { CommandRegistry } from "./command-registry.ts";
import { isBefore012, type Release } from "./data/releases.ts";
import { isSettled, lackingIn, nameIn, namesOf, newestName, renamedAs } from "./data/renames.ts";
import type { ResetGroup } from "./data/reset-flags.ts";
import { startupVariables } from "./data/startup.ts";
import { CommandError, StatusError } from "./errors.ts";
import type { Config, EventHandler, Made, ProblemCode, Stage, Target, Use, Used } from "./model.ts";
import { bytesOf, nameOf } from "./names.ts";
import { Place } from "./place.ts";
import { Repeats } from "./repeats.ts";

export interface SessionOptions {
  release: Release;
  files: FileSystem;
  /** Where relative names are looked for first. */
  cwd: string;
  searchPaths: readonly string[];
  /** Goes on past faults that rules know, so that one run finds them all. */
  lenient: boolean;
  /** For a lenient run: what a global variable that nothing set would hold, so that it can go on. */
  assume?: Assume | undefined;
}

/** A guess at a variable's value, by what the config has made so far. */
export type Assume = (name: string, known: Known) => string | undefined;

interface Known extends Made {
  config: Config;
  /** The value of another global variable. */
  read(name: string): string | undefined;
}

/** One run of OpenOCD that touches nothing: what its commands change is the model. */
export class Session implements Host {
  readonly interp = new Interp();
  readonly options: SessionOptions;
  readonly config: Config;
  readonly registry: CommandRegistry;
  /** What is being run: the config itself, or a handler or proc of it afterwards. */
  stage: Stage = { kind: "configuration" };
  /** Whether `init` was called, so that commands which need hardware are allowed. */
  initialised = false;
  /** Whether the transport was chosen before the config began. */
  readonly isTransportGiven: boolean;
  currentTarget: Target | undefined;
  /** The folders that `find` looks in, in order; a config may add to them. */
  readonly searchPaths: string[];
  /** What `reset_config` was given last, by the group of the word. */
  readonly resetConfig = new Map<ResetGroup, string>();
  /** Names that `find` did not find, in a lenient run: reading them is no second fault. */
  readonly missingFiles = new Set<string>();
  /** How many `source` commands are running, each inside the one before. */
  sourceDepth = 0;
  /** What was set of the adapter and the servers, by command. */
  readonly settings = new Map<string, string>();
  /** The drivers of NAND and PLD devices that were declared; each brings commands of its own. */
  readonly devices = new Set<string>();
  /** The handlers as values, which know where they were written. */
  readonly handlerScripts = new Map<EventHandler, Value>();
  /** The last command that ended more than itself, such as `break`. */
  #jump: Place | undefined;
  /** Where among the config's procs each is, by name. */
  readonly #procs = new Map<string, number>();
  /** What the config uses, in the order of the run. */
  readonly uses: Use[] = [];
  readonly #repeats = new Repeats();
  /** Variables that were there before the config, and their values. */
  readonly #given = new Map<string, Value>();

  constructor(config: Config, options: SessionOptions) {
    this.config = config;
    this.options = options;
    this.isTransportGiven = config.transport !== "";
    this.searchPaths = [...options.searchPaths];
    const { jim, joinsExpr } = options.release;
    defineCommands(this.interp, joinsExpr ? { ...JIM[jim], exprWords: true } : JIM[jim]);
    this.registry = new CommandRegistry(this);
    this.interp.host = this;
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
    const { variables } = this.interp;
    variables.set("in_process_reset", Value.integer(0));
    if (isBefore012(this.release)) {
      variables.set("ocd_HOSTOS", Value.unknown());
      return;
    }
    for (const [name, words] of Object.entries(startupVariables())) {
      variables.set(name, Value.strings(words));
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
      if (place.source.name === "") continue;
      const last = places.at(-1);
      if (last === undefined || inner?.frame !== running.frame || last.source !== place.source)
        places.push(place);
      inner = running;
    }
    return places.length > 0
      ? places
      : [new Place({ source: new Source(bytesOf(this.config.file), ""), start: 0, end: 0 })];
  }

  /** Writes a use down; what a loop does again is written down once. */
  use(use: Used): void {
    const { stage: during, config } = this;
    const caught = this.interp.catches > 0;
    const made = this.made();
    if (this.#repeats.has(during, made.at, `${use.kind} ${subjectOf(use)} ${caught}`)) return;
    this.uses.push({ ...made, during, transport: config.transport, caught, ...use });
  }

  /**
   * Refuses as OpenOCD does, or, in a lenient run, writes the problem down and lets the caller go on as if all were
   * well. What a script catches it deals with itself, and handlers and procs are looked through to their ends.
   */
  refuse(error: CommandError | StatusError): void {
    const { problem: code, subject, candidates, folders } = error;
    if (subject !== undefined) {
      this.use({
        kind: "refusal",
        code,
        subject,
        ...(candidates && { candidates }),
        ...(folders && { folders }),
      });
    }
    if (this.interp.catches > 0) throw error;
    if (this.examining) return;
    if (!this.options.lenient) throw error;
    this.#report(code, error.message || error.log, subject);
  }

  /**
   * Answers for a command that this release does not have, though another one does: in a lenient run it is done under
   * the name that it has here. Undefined for all other commands.
   */
  refuseLacking(argv: readonly Value[]): Value | undefined {
    const { release, registry, config } = this;
    const { text } = argv[0]!;
    if (isSettled(firstWord(text), release.id)) return undefined;
    const [first, ...rest] = argv.map(({ text, unknown }) => (unknown ? "" : text));
    const words = [...first!.split(" "), ...rest];
    const renamed = renamedAs(words);
    if (renamed !== undefined) this.use({ kind: "renamed-command", name: renamed });
    const name = lackingIn(words, release.id);
    if (name === undefined) return undefined;
    const shown = lackingIn([words[0]!], release.id) === undefined ? name : words[0]!;
    const message = `invalid command name "${shown}"`;
    this.refuse(new CommandError(message, { code: "invalid-command", subject: name }));
    const handler = namesOf(name)
      .map((one) => registry.handlerOf(one))
      .find((one) => one !== undefined);
    if (handler === undefined) return this.examining ? Value.unknown() : Value.empty;
    const used = name.split(" ").length - argv[0]!.text.split(" ").length + 1;
    return handler(this, argv.slice(used), nameIn(name, release.id, config.adapter) ?? name);
  }

  #report(code: ProblemCode, message: string, subject: string | undefined, place?: Place): void {
    const made = this.made();
    const at = place ?? made.at;
    const { calledFrom } = made;
    const found = { code, message, file: at.file, line: at.line, at, stack: [], calledFrom };
    if (this.examining) return;
    this.config.problems.push(subject === undefined ? found : { ...found, subject });
  }

  /** Runs part of the config; what ends it early becomes a problem. */
  attempt(run: () => void): void {
    try {
      run();
    } catch (thrown) {
      this.config.complete = false;
      if (thrown instanceof RangeError) this.#report("stopped", "nested too deeply", "depth");
      else if (thrown instanceof Stop) this.#stopped(thrown);
      else if (thrown instanceof TclError) this.#failed(thrown);
      else if (thrown instanceof StatusError) this.#gaveUp(thrown);
      else if (thrown instanceof Completion) this.#ended(thrown);
      else throw thrown;
    }
  }

  #stopped({ reason, message, place }: Stop): void {
    // Behind `init` it is how a flash script ends.
    if (this.initialised && reason === "exit") return;
    this.#report("stopped", message, reason, place && new Place({ ...place, start: place.at }));
  }

  // OpenOCD says where only of what is an error to Tcl; the place in the config is known all the same.
  #gaveUp({ problem, message, subject, place }: StatusError): void {
    this.#report(problem, message, subject, place);
  }

  #ended({ code, value }: Completion): void {
    if (code === ReturnCode.Ok || code === ReturnCode.Return) return;
    const what = `"${returnCodeNames[code] ?? code}" outside of what it could end`;
    this.#report("error", value.text || what, undefined, this.#jump);
  }

  #failed(error: TclError): void {
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
      file: nameOf(file),
      line,
      at,
      stack: levels.map((level) => ({ ...level, file: nameOf(level.file) })),
      ...(subject === undefined ? {} : { subject }),
    });
  }

  /** Writes down a command that sets something which the model has no thing for. */
  noteSetting(name: string, args: readonly Value[]): void {
    if (this.initialised || this.examining) return;
    const words = args.map(({ text, unknown }) => (unknown ? "?" : text));
    const target = this.currentTarget?.name;
    this.config.settings.push({ name: newestName(name), words, target, ...this.made() });
  }

  noteSet(name: string): void {
    const { variablesSetAt } = this.config;
    if (this.interp.running === undefined || this.examining || variablesSetAt.has(name)) return;
    variablesSetAt.set(name, this.made().at);
  }

  noteProcedure({ name, parameterList, body }: Procedure): void {
    if (this.examining) return;
    const { procs } = this.config;
    const made = { name, args: parameterList.text, body: body.text, ...this.made() };
    const known = this.#procs.get(name);
    if (known === undefined) this.#procs.set(name, procs.push(made) - 1);
    else procs[known] = made;
  }

  answerUnknown(argv: readonly Value[]): Value | undefined {
    const [name, ...words] = argv.map(({ text, unknown }) => (unknown ? "" : text)) as [string, ...string[]];
    const isDap = this.registry.isDapWord(words[0]);
    if (isDap) this.use({ kind: "dap-command", dap: name, words });
    const lacking = this.refuseLacking(argv);
    if (lacking !== undefined) return lacking;
    if (!isDap) this.use({ kind: "unknown-command", name, words });
    if (this.examining) return Value.unknown();
    if (!this.options.lenient || this.interp.catches > 0) return undefined;
    const isTarget = name.includes(".") && this.registry.isTargetWord(words[0]);
    this.#report(isTarget ? "target-unknown" : "invalid-command", `invalid command name "${name}"`, name);
    // What it would make is known, and what follows needs it.
    if (name === "swj_newdap") return this.registry.handlerOf("jtag newtap")!(this, argv.slice(1), name);
    return Value.empty;
  }

  /** In a lenient run, goes on with a likely value where a global variable is read that nothing set. */
  answerUnset(name: string): Value | undefined {
    const { interp, examining, options } = this;
    const isGlobal = interp.frame.level === 0 || name.startsWith("::");
    if (!options.lenient || !isGlobal || examining || interp.catches > 0) return undefined;
    return this.#assumed(name.replace(/^:+/, ""));
  }

  #assumed(name: string): Value | undefined {
    if (name.endsWith(")")) return undefined;
    const { variables } = this.interp;
    const read = (other: string) => variables.find(`::${other}`)?.text;
    const text = this.options.assume?.(name, { ...this.made(), config: this.config, read });
    const message = `can't read "${name}": no such variable`;
    const error = new CommandError(message, { code: "variable-unset", subject: name });
    if (text === undefined) throw error;
    this.refuse(error);
    return variables.set(`::${name}`, new Value(text));
  }

  noteJump(): void {
    this.#jump = this.made().at;
  }

  findCommand(name: string): Command | undefined {
    return this.registry.find(name);
  }

  /** Whether a command of this name can be called now. */
  lookup(name: string): Command | undefined {
    return this.interp.lookup(name);
  }

  /** Runs a command of the type of a target for that target. */
  withTarget<T>(name: string, run: () => T): T {
    const { currentTarget, config } = this;
    this.currentTarget = config.targets.find((target) => target.name === name);
    try {
      return run();
    } finally {
      this.currentTarget = currentTarget;
    }
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

function firstWord(text: string): string {
  const space = text.indexOf(" ");
  return space === -1 ? text : text.slice(0, space);
}

const invalidCommand = /^invalid command name "(.*)"$/s;

function subjectOf(use: Used): string {
  switch (use.kind) {
    case "dap-command":
      return use.dap;
    case "work-area":
      return use.target;
    case "refusal":
      return `${use.code} ${use.subject}`;
    default:
      return use.name;
  }
}
