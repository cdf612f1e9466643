import { Completion, ReturnCode } from "./completion.ts";
import { type Frame, Journal, type Variable } from "./frame.ts";
import { Value } from "./value.ts";

interface Branch {
  after: Map<Variable, Value | undefined>;
  result: Value | undefined;
  /** What ended it early. */
  thrown: Completion | undefined;
}

/**
 * Runs both ways where a condition is unknown. Each branch starts from the same variables; afterwards a variable
 * is what all branches that came through left in it, and unknown where they differ.
 */
export class Forks {
  readonly #interp: { readonly frame: Frame };
  #journal: Journal | undefined;

  constructor(interp: { readonly frame: Frame }) {
    this.#interp = interp;
  }

  /** A variable is about to change. */
  note(variable: Variable): void {
    this.#journal?.note(variable);
  }

  /** Runs what may happen, one after the other; give a function that does nothing where nothing may happen, too. */
  run(bodies: readonly (() => Value)[]): Value {
    const outer = this.#journal;
    const journals: Journal[] = [];
    const branches = bodies.map((body) => {
      const journal = new Journal();
      journals.push(journal);
      this.#journal = journal;
      try {
        return this.#branch(body, journal);
      } finally {
        this.#journal = outer;
      }
    });
    this.#merge(branches, journals);
    return this.#outcome(branches);
  }

  /** Runs something that may turn out to have failed half-way: what it set is then unknown. */
  attempt<T>(body: () => T, mayHaveFailed: () => boolean): T {
    const outer = this.#journal;
    const journal = new Journal();
    this.#journal = journal;
    let result: T;
    try {
      result = body();
    } finally {
      this.#journal = outer;
      this.#keep(journal, mayHaveFailed());
    }
    return result;
  }

  #keep(journal: Journal, mayHaveFailed: boolean): void {
    for (const [variable, after] of journal.undo()) {
      const before = variable.value;
      this.note(variable);
      variable.value = mayHaveFailed ? merged(before, after) : after;
    }
  }

  /** Runs something and then puts all variables back, whatever came of it. */
  discard(body: () => void): void {
    const outer = this.#journal;
    const journal = new Journal();
    this.#journal = journal;
    try {
      body();
    } finally {
      journal.undo();
      this.#journal = outer;
    }
  }

  #branch(body: () => Value, journal: Journal): Branch {
    let result: Value | undefined;
    let thrown: Completion | undefined;
    try {
      result = body();
    } catch (error) {
      if (!(error instanceof Completion)) throw error;
      thrown = error;
    }
    return { after: journal.undo(), result, thrown };
  }

  #merge(branches: readonly Branch[], journals: readonly Journal[]): void {
    const through = branches.filter((branch) => branch.thrown === undefined);
    const live = through.length > 0 ? through : branches;
    const touched = new Set(journals.flatMap((journal) => [...journal.variables]));
    for (const variable of touched) {
      const values = live.map((branch) =>
        branch.after.has(variable) ? branch.after.get(variable) : variable.value,
      );
      this.note(variable);
      variable.value = values.reduce(merged);
    }
  }

  #outcome(branches: readonly Branch[]): Value {
    const ended = branches.filter((branch) => branch.thrown !== undefined);
    if (ended.length === branches.length) {
      const first = ended.find((branch) => branch.thrown!.code !== ReturnCode.Error) ?? ended[0]!;
      const agree = ended.every((branch) => same(branch.thrown!.value, first.thrown!.value));
      const { code, value, becomes, level } = first.thrown!;
      if (agree || code === ReturnCode.Error) throw first.thrown;
      throw new Completion(
        code,
        value.text === "" && !value.unknown ? value : Value.unknown(),
        becomes,
        level,
      );
    }
    if (ended.some((branch) => branch.thrown!.code === ReturnCode.Return))
      this.#interp.frame.mayHaveReturned = true;
    const results = branches.flatMap((branch) => (branch.result === undefined ? [] : [branch.result]));
    return results.reduce((a, b) => (same(a, b) ? a : Value.unknown()));
  }
}

/** What a variable is that one branch left as one value and another as the other. */
function merged(a: Value | undefined, b: Value | undefined): Value | undefined {
  if (same(a, b)) return a;
  const isSet = a !== undefined && b !== undefined && !a.mayBeUnset && !b.mayBeUnset;
  return isSet ? Value.unknown() : Value.perhapsUnset();
}

function same(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return !a.unknown && !b.unknown && a.text === b.text;
}
