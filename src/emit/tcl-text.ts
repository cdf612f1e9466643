import { formatList } from "../tcl/list.ts";

/** A path as a word of Tcl: with forward slashes where it is one of Windows, in braces or backslashes where needed. */
export function tclPath(path: string): string {
  return tclWord(slashed(path));
}

/** Any text as one word of Tcl. */
export function tclWord(text: string): string {
  return formatList([text]);
}

/** Tcl's own spelling of a Windows path. Elsewhere a backslash is a character like any other. */
export function slashed(path: string): string {
  const isWindows = /^[A-Za-z]:[\\/]/.test(path) || path.startsWith("\\\\");
  return isWindows ? path.replaceAll("\\", "/") : path;
}
