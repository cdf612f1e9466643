import { Next } from "./next.ts";

/**
 * Where braces end, noted while the end of those around them is looked for, so that nested ones are measured once
 * however deep they lie. Asked from the left to the right, as a scanner meets them.
 */
export class BracePairs {
  #opens = new Int32Array(1024);
  #ends = new Int32Array(1024);
  /** The braces that are open now, by their numbers, the innermost last. */
  #open = new Int32Array(64);
  readonly #nextOpen = new Next("{");
  readonly #nextClose = new Next("}");
  readonly #nextBackslash = new Next("\\");
  #count = 0;
  #next = 0;

  /** The offset behind the brace that closes the one at `open`, which is noted with all those inside; 0 where none does. */
  measure(text: string, open: number, limit: number): number {
    this.#begin(open, 0);
    let depth = 1;
    for (let pos = open + 1; ; ) {
      const opens = this.#nextOpen.at(text, pos);
      const closes = this.#nextClose.at(text, pos);
      const escapes = this.#nextBackslash.at(text, pos);
      const first = Math.min(opens, closes, escapes);
      if (first >= limit) return 0;
      pos = first + 1;
      if (first === escapes) pos++;
      else if (first === opens) this.#begin(first, depth++);
      else {
        this.#ends[this.#open[--depth]!] = pos;
        if (depth === 0) return pos;
      }
    }
  }

  /** What was noted of the brace at `open`; 0 where nothing was. */
  endOf(open: number): number {
    const opens = this.#opens;
    while (this.#next < this.#count && opens[this.#next]! < open) this.#next++;
    return this.#next < this.#count && opens[this.#next] === open ? this.#ends[this.#next]! : 0;
  }

  /** Nothing is noted any more. */
  clear(): void {
    this.#count = this.#next = 0;
  }

  /** From here on, asking begins at the left again. */
  rewind(): void {
    this.#next = 0;
  }

  #begin(open: number, depth: number): void {
    const number = this.#count++;
    if (number === this.#opens.length) {
      this.#opens = larger(this.#opens);
      this.#ends = larger(this.#ends);
    }
    this.#opens[number] = open;
    this.#ends[number] = 0;
    if (depth === this.#open.length) this.#open = larger(this.#open);
    this.#open[depth] = number;
  }
}

/** A copy with room for twice as much. */
export function larger(table: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(table.length * 2);
  copy.set(table);
  return copy;
}
