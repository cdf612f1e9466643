/** Counts a step of work that a hostile pattern could make many. */
export type Step = () => void;

/** Whether a text matches a glob pattern, as Jim Tcl 0.81 decides it. */
export function globMatch(pattern: string, text: string, nocase = false, step?: Step): boolean {
  if (nocase) return new Glob(upper(pattern), upper(text), step).match(0, 0);
  return new Glob(pattern, text, step).match(0, 0);
}

/** Upper case for the letters of ASCII, all others left alone. */
export function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Lower case for the letters of ASCII, all others left alone. */
export function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

// `at` may stand one behind the text's end: Jim reads the zero byte there as a character.
class Glob {
  readonly #pattern: string;
  readonly #text: string;
  readonly #step: Step | undefined;

  constructor(pattern: string, text: string, step: Step | undefined) {
    this.#pattern = pattern;
    this.#text = text;
    this.#step = step;
  }

  match(patternAt: number, textAt: number): boolean {
    const pattern = this.#pattern;
    const text = this.#text;
    let p = patternAt;
    let at = textAt;
    this.#step?.();
    while (p < pattern.length) {
      const char = pattern[p]!;
      if (char === "*") return this.#star(p, at);
      const code = at < text.length ? text.charCodeAt(at) : 0;
      at++;
      if (char === "[") {
        const close = charsetMatch(pattern, p + 1, code);
        if (close === undefined) return false;
        p = close;
        if (p >= pattern.length) break;
      } else if (char !== "?") {
        if (char === "\\" && p + 1 < pattern.length && pattern[p + 1] !== "\0") p++;
        if (pattern.charCodeAt(p) !== code) return false;
      }
      p++;
      if (at === text.length) {
        while (pattern[p] === "*") p++;
        break;
      }
    }
    return p >= pattern.length && at === text.length;
  }

  #star(star: number, start: number): boolean {
    let p = star;
    while (this.#pattern[p + 1] === "*") p++;
    p++;
    if (p >= this.#pattern.length) return true;
    for (let at = start; at < this.#text.length; at++) {
      if (this.match(p, at)) return true;
    }
    return false;
  }
}

/**
 * Whether a character is in the set whose `[` stands before `at`; gives the offset of its `]`, or the end.
 * In `scan`'s sets `^` and a first `]` are special, in glob patterns they are not.
 */
export function charsetMatch(pattern: string, at: number, code: number, scans = false): number | undefined {
  let p = at;
  let inverted = false;
  let matches = false;
  let literalFirst = false;
  if (scans) {
    if (pattern[p] === "^") {
      inverted = true;
      p++;
    }
    literalFirst = pattern[p] === "]";
  }
  while (literalFirst || (p < pattern.length && pattern[p] !== "]")) {
    const first = pattern.charCodeAt(p++);
    const isRange = !literalFirst && first !== 92 && pattern[p] === "-" && p + 1 < pattern.length;
    literalFirst = false;
    if (!isRange) {
      if (first === code) matches = true;
      continue;
    }
    const last = pattern.charCodeAt(p + 1);
    p += 2;
    if ((code >= first && code <= last) || (code >= last && code <= first)) matches = true;
  }
  return matches !== inverted ? p : undefined;
}
