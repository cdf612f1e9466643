import type { Source } from "../tcl/source.ts";
import type { Stage } from "./model.ts";

/** Detects repetition: a loop that does the same again at the same location, during the same stage. */
export class Repeats {
  #stage: Stage | undefined;
  #seen = new Map<Source, Set<string>>();

  /** Whether the same was recorded before for the command that begins there. */
  has(stage: Stage, { source, start }: { source: Source; start: number }, what: string): boolean {
    if (stage !== this.#stage) {
      this.#stage = stage;
      this.#seen = new Map();
    }
    const seen = this.#seen.get(source) ?? new Set();
    this.#seen.set(source, seen);
    const before = seen.size;
    return seen.add(`${start} ${what}`).size === before;
  }
}
