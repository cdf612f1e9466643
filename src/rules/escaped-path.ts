import type { Place } from "../openocd/place.ts";
import type { WordNode } from "../tcl/syntax.ts";
import { Token } from "../tcl/tokens.ts";
import { wordsAt } from "./command-words.ts";

/** The word of a command that is a path with backslashes that Tcl reads as escapes, as in `interface\stlink.cfg`. */
export function escapedPathAt(at: Place): WordNode | undefined {
  return wordsAt(at).find((word, i) => i > 0 && isEscapedPath(word));
}

/** Whether a word contains backslash escapes, and no variables or commands. */
export function isEscapedPath(word: WordNode): boolean {
  const { literal, parts } = word;
  const isEscaped = parts.some(({ kind, text }) => kind === Token.Text && /\\\S/.test(text));
  return isEscaped && literal !== undefined && !literal.includes("\\");
}

/** The intended path, with slashes. */
export function slashed(word: WordNode): string {
  return word.text.replace(/\\+/g, "/");
}

/** A path with its control characters shown by name. */
export function visible(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the escapes make
  return path.replace(/[\0-\x1f\x7f]/g, (found) => `<${NAMES[found] ?? "control character"}>`);
}

const NAMES: Readonly<Record<string, string>> = {
  "\x07": "bell",
  "\b": "backspace",
  "\t": "tab",
  "\n": "newline",
  "\v": "vertical tab",
  "\f": "form feed",
  "\r": "return",
};
