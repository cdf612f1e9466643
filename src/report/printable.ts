/**
 * The one way out for text: whatever reaches a terminal, an annotation, a code scanner or a page goes through here. A
 * config, its path and a log come from outside; nothing in them may move the cursor, begin a line, or look like something else.
 */

import { cut, longestMessage } from "../check/cut.ts";
import { decoded } from "../files/file-names.ts";

/**
 * What must not be printed: controls (C0, C1, DEL), format characters (bidi controls, zero-width ones, tags), line and
 * paragraph separators, and bytes of names that are no characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The same without tabs and line feeds. */
const UNPRINTABLE_IN_LINES = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text from outside, or with such text in it, as one line that shows only what it says. */
export function printable(text: string, longest: number = longestMessage): string {
  return cut(text, longest).replace(UNPRINTABLE, "·");
}

/** The same for bytes, one character each, as a model and a log have them. */
export function printableBytes(bytes: string, longest?: number): string {
  return printable(decoded(bytes), longest);
}

/** Several lines of text from outside. */
export function printableLines(text: string): string {
  return text.replace(UNPRINTABLE_IN_LINES, "·");
}

/** JSON in which nothing acts on a terminal that it is printed to; it reads the same. `each` is asked for every text. */
export function printableJson(value: unknown, each?: (text: string) => string): string {
  const text = JSON.stringify(
    value,
    each && ((_, part) => (typeof part === "string" ? each(part) : part)),
    2,
  );
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) =>
    [...Array(found.length).keys()]
      .map((i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
