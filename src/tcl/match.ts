import { step, work } from "./limits.ts";

/** Whether a text matches a glob pattern, as Jim Tcl 0.81 decides it. */
export function globMatch(pattern: string, text: string, nocase = false): boolean {
  if (nocase) return new Glob(upper(pattern), upper(text)).match(0, 0);
  return new Glob(pattern, text).match(0, 0);
}

/** Upper case for the letters of ASCII, all others left alone. */
export function upper(text: string): string {
  work(text.length);
  return inAscii(text, (ascii) => ascii.toUpperCase());
}

/** Lower case for the letters of ASCII, all others left alone. */
export function lower(text: string): string {
  work(text.length);
  return inAscii(text, (ascii) => ascii.toLowerCase());
}

function inAscii(text: string, change: (ascii: string) => string): string {
  if (/^[^\x80-\xff]*$/.test(text)) return change(text);
  return inPieces(text, /[^\x80-\xff]+/g, change);
}

/** How long the pieces are that a text is changed in: each match of one takes room until all of it is done. */
const PIECE = 4096;

/** Replaces all matches of a pattern, of which none may go from one piece of the text to the next. */
export function inPieces(text: string, pattern: RegExp, change: (match: string) => string): string {
  let out = "";
  for (let at = 0; at < text.length; at += PIECE) {
    work(PIECE);
    out += text.slice(at, at + PIECE).replace(pattern, change);
  }
  return out;
}

// `at` may be one after the text's end: Jim reads the zero byte there as a character.
class Glob {
  readonly #pattern: string;
  readonly #text: string;

  constructor(pattern: string, text: string) {
    this.#pattern = pattern;
    this.#text = text;
  }

  match(patternAt: number, textAt: number): boolean {
    const pattern = this.#pattern;
    const text = this.#text;
    let p = patternAt;
    let at = textAt;
    step();
    while (p < pattern.length) {
      const char = pattern[p]!;
      if (char === "*") return this.#star(p, at);
      const code = at < text.length ? text.charCodeAt(at) : 0;
      at++;
      work(1);
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
 * Whether a character is in the set whose `[` is before `at`; gives the offset of its `]`, or the end.
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
  work(p - at);
  return matches !== inverted ? p : undefined;
}
