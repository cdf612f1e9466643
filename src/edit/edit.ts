/**
 * A change to a text: `length` characters at `offset` make room for `content`. Offsets are those of the text
 * before any change, in bytes; edits of one text do not overlap, and two insertions at one place keep their order.
 */
export interface Edit {
  offset: number;
  length: number;
  content: string;
}

/** Edits of one file. */
export interface FileEdits {
  file: string;
  edits: Edit[];
}

/** Whether two edits touch the same characters. Insertions at the same place do not. */
export function overlap(a: Edit, b: Edit): boolean {
  if (a.length === 0 && b.length === 0) return false;
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/**
 * Applies edits, in any order. Throws RangeError where they overlap or are outside the text.
 *
 * @example
 * ```ts
 * import { applyEdits } from "l5cfg-fix";
 *
 * console.log(applyEdits("adapter_khz 480", [{ offset: 7, length: 4, content: " speed" }])); // prints adapter speed 480
 * ```
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);
  let out = "";
  let at = 0;
  for (const { offset, length, content } of sorted) {
    if (offset < at || offset + length > text.length)
      throw new RangeError(`edit at ${offset} overlaps or is outside`);
    out += text.slice(at, offset) + content;
    at = offset + length;
  }
  return out + text.slice(at);
}
