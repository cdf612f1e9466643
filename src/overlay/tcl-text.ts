import { fileNameBytes, isText } from "../files/file-names.ts";
import { formatList } from "../tcl/list.ts";

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
