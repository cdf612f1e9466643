import type { Source } from "./source.ts";
import type { Value } from "./value.ts";

/** A variable: a value, or (after `global`, `upvar`) another name for one elsewhere. */
export interface Variable {
  value: Value | undefined;
  link: { frame: Frame; name: string } | undefined;
}

/** Where a call was written: what `info frame` names. */
export interface CallSite {
  source: Source;
  at: number;
}

/** One level of procedure calls and its variables. Level 0 is the global one. */
export class Frame {
  readonly variables = new Map<string, Variable>();
  readonly parent: Frame | undefined;
  readonly level: number;
  /** The call that made this level: the proc's name and its arguments. */
  readonly call: readonly Value[];
  readonly statics: Map<string, Variable> | undefined;
  /** Where names without `::` are looked up first; empty for the global namespace. */
  namespace = "";
  site: CallSite | undefined;
  /** The call that runs at this level once the proc that asked for it, with `tailcall`, is gone. */
  tailCall: (() => Value) | undefined;
  /** Commands that `local` made: they go with this level. */
  locals: string[] = [];
  /** Set by a `return` in only one of several branches that might run: what the proc returns is unknown. */
  mayHaveReturned = false;

  constructor(parent?: Frame, call: readonly Value[] = [], statics?: Map<string, Variable>) {
    this.parent = parent;
    this.level = parent === undefined ? 0 : parent.level + 1;
    this.call = call;
    this.statics = statics;
  }
}

/** Remembers what variables were before a branch that may or may not run, to undo and to merge it. */
export class Journal {
  readonly #before = new Map<Variable, Value | undefined>();

  note(variable: Variable): void {
    if (!this.#before.has(variable)) this.#before.set(variable, variable.value);
  }

  get variables(): Iterable<Variable> {
    return this.#before.keys();
  }

  /** Puts everything back as it was, and returns what it had become. */
  undo(): Map<Variable, Value | undefined> {
    const after = new Map<Variable, Value | undefined>();
    for (const [variable, value] of this.#before) {
      after.set(variable, variable.value);
      variable.value = value;
    }
    return after;
  }
}
