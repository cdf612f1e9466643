import { fileNameBytes } from "../files/file-names.ts";
import type { Interp } from "../tcl/interp.ts";
import { hold, Size } from "../tcl/limits.ts";
import type { Procedure } from "../tcl/procedure.ts";
import { Source } from "../tcl/source.ts";
import type { Running } from "../tcl/trace.ts";
import type { Value } from "../tcl/value.ts";
import { newestName } from "./command-names.ts";
import type { Config, Made, Problem, ProblemCode, Proc, Stage, Target, Use, Used } from "./model.ts";
import { Place } from "./place.ts";
import { Repeats } from "./repeats.ts";

type Calls = Pick<Made, "at" | "calledFrom">;

/** What a thing of the model takes with the place that made it, and with what is derived from it, in bytes. */
const RECORD = 600;

/** Writes down what a run makes and uses, with the commands that did. */
export class Recorder {
  /** What is being run: the config itself, or a handler or proc of it afterwards. */
  stage: Stage = { kind: "configuration" };
  /** What the config uses, in the order of the run. */
  readonly uses: Use[] = [];
  /** The last command that ended more than itself, such as `break`. */
  jump: Place | undefined;
  /** The path of the config itself, as its source is called. */
  root: string | undefined;
  readonly #interp: Interp;
  readonly #config: Config;
  /** Where among the config's procs each is, by name. */
  readonly #procs = new Map<string, number>();
  readonly #made = new Map<Procedure, Proc>();
  readonly #repeats = new Repeats();
  readonly #asked = new Map<string, Made>();

  constructor(interp: Interp, config: Config) {
    this.#interp = interp;
    this.#config = config;
  }

  /** Whether handlers and procs are being looked through: nothing that they do changes the model. */
  get isExamining(): boolean {
    return this.stage.kind !== "configuration";
  }

  /** The command that runs now, and the calls that led to it. */
  made(): Made {
    const [at, ...calledFrom] = this.#places();
    hold(RECORD + Size.Entry * calledFrom.length);
    return { at: at!, calledFrom, inProc: this.#interp.frame.level > 0 };
  }

  // The body of an `if` or a loop is part of the same command: only the innermost command of each call level counts.
  #places(): Place[] {
    const places: Place[] = [];
    let inner: Running | undefined;
    for (let running = this.#interp.running; running !== undefined; running = running.outer) {
      const place = new Place({ source: running.source, start: running.at, end: running.end });
      if (place.source.name === "") continue;
      const last = places.at(-1);
      if (last === undefined || inner?.frame !== running.frame || last.source !== place.source)
        places.push(place);
      inner = running;
    }
    return places.length > 0
      ? places
      : [new Place({ source: new Source(fileNameBytes(this.#config.file), ""), start: 0, end: 0 })];
  }

  /** Writes a use down; what a loop does again is written down once. */
  use(use: Used): void {
    const caught = this.#interp.catches > 0;
    const made = this.made();
    if (this.#repeats.has(this.stage, made.at, `${use.kind} ${subjectOf(use)} ${caught}`)) return;
    this.uses.push({ ...made, during: this.stage, transport: this.#config.transport, caught, ...use });
  }

  /** Writes down what OpenOCD would refuse, at the command that runs now where no other one is given. */
  problem(code: ProblemCode, message: string, subject?: string, calls: Calls = this.made()): void {
    if (this.isExamining) return;
    const { at } = calls;
    const { calledFrom } = this.made();
    const found = { code, message, file: at.file, line: at.line, at, stack: [], calledFrom };
    const own = [at, ...calls.calledFrom].findLast((place) => place.source.name === this.root);
    this.report(subject === undefined ? found : { ...found, subject }, own?.line);
  }

  /** Writes a problem down, with the line of the config's own file that led to it. */
  report(problem: Problem, ownLine: number | undefined): void {
    const { problems } = this.#config;
    if (problems.push(problem) === 1) this.#config.reached = ownLine ?? 0;
  }

  /** Writes down a command that sets something which the model has no thing for. */
  setting(name: string, args: readonly Value[], target: Target | undefined): void {
    if (this.isExamining) return;
    const words = args.map(({ text, unknown }) => (unknown ? "?" : text));
    this.#config.settings.push({ name: newestName(name), words, target: target?.name, ...this.made() });
  }

  /** Writes down where a global variable was first set. */
  variable(name: string): void {
    const { variablesSetAt } = this.#config;
    if (this.#interp.running === undefined || this.isExamining || variablesSetAt.has(name)) return;
    variablesSetAt.set(name, this.made().at);
    const asked = this.#asked.get(name);
    if (asked !== undefined) {
      const sourcesBefore = this.#config.sources.length;
      this.use({ kind: "variable-asked-before", name, asked, sourcesBefore });
    }
  }

  /** Writes down where it was first asked whether a global variable is set, while it was not. */
  unset(name: string): void {
    if (this.isExamining || this.#asked.has(name) || this.#config.variablesSetAt.has(name)) return;
    this.#asked.set(name, this.made());
  }

  procedure(procedure: Procedure): void {
    if (this.isExamining) return;
    const { name, parameterList, body } = procedure;
    const { procs } = this.#config;
    const made = { name, args: parameterList.text, body: body.text, ...this.made() };
    this.#made.set(procedure, made);
    const known = this.#procs.get(name);
    if (known === undefined) this.#procs.set(name, procs.push(made) - 1);
    else procs[known] = made;
  }

  /** Adds the procs that were given other names. */
  renamedProcedures(): void {
    for (const [name, { procedure }] of this.#interp.commands) {
      const made = procedure && this.#made.get(procedure);
      if (made !== undefined && made.name !== name) this.#config.procs.push({ ...made, name });
    }
  }
}

function subjectOf(use: Used): string {
  switch (use.kind) {
    case "dap-command":
      return use.dap;
    case "work-area":
      return use.target;
    case "refusal":
      return `${use.code} ${use.subject}`;
    case "deprecated":
      return `${use.what} ${use.name}`;
    default:
      return use.name;
  }
}
