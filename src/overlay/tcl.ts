/** Tcl that is written: the one place where names become words of it. */

import { fileNameBytes, isText } from "../files/file-names.ts";
import { formatList } from "../tcl/list.ts";

/** A piece of Tcl, every word in it quoted. */
export class Tcl {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * A piece of Tcl with values in it. A string becomes one word, whatever is in it; a list of strings becomes the words of a
 * list; what is Tcl already stays as it is.
 */
export function tcl(texts: TemplateStringsArray, ...values: (string | readonly string[] | Tcl)[]): Tcl {
  return new Tcl(texts.map((text, index) => text + spelt(values[index])).join(""));
}

/** Several pieces, with something between them. */
export function joinTcl(pieces: readonly Tcl[], between = ""): Tcl {
  return new Tcl(pieces.map(({ text }) => text).join(between));
}

/** Text for a comment, or for a string in double quotes: what could end it is replaced. */
export function tclComment(text: string): Tcl {
  return new Tcl(text.replaceAll(/[\p{Cc}\\"$[\]{}]/gu, "?"));
}

function spelt(value: string | readonly string[] | Tcl | undefined): string {
  if (value === undefined) return "";
  if (value instanceof Tcl) return value.text;
  return typeof value === "string" ? tclWord(value) : tclWord(formatList(value));
}

/** A path as a word of Tcl: with forward slashes where it is one of Windows, in braces or backslashes where needed. */
export function tclPath(path: string): string {
  return tclWord(slashed(path));
}

/** Any text as one word of Tcl. One with bytes that are no UTF-8 is spelt in ASCII, so that any argument can hold it. */
export function tclWord(text: string): string {
  return isText(text) ? formatList([text]) : fileNameBytes(text).replace(/[^\w/.-]/g, escaped);
}

function escaped(byte: string): string {
  return /[ -~]/.test(byte) ? `\\${byte}` : `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** Tcl's own spelling of a Windows path. Elsewhere a backslash is a character like any other. */
export function slashed(path: string): string {
  const isWindows = /^[A-Za-z]:[\\/]/.test(path) || path.startsWith("\\\\");
  return isWindows ? path.replaceAll("\\", "/") : path;
}
