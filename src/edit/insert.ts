import type { Edit } from "./edit.ts";
import { leadAt, type Style } from "./style.ts";

/** Inserts lines after the command that ends at `end`, indented like the line on which the command begins. */
export function insertAfter(
  text: string,
  start: number,
  end: number,
  lines: readonly string[],
  style: Style,
): Edit {
  const lineEnd = endOfLine(text, end);
  const rest = text.slice(end, lineEnd);
  // Something else follows on the line, such as the closing brace of its block: insert in front of that.
  if (!/^[ \t]*(;[ \t]*)*(;[ \t]*#.*)?$/.test(rest)) {
    return { offset: end, length: 0, content: lines.map((line) => `; ${line}`).join("") };
  }
  const lead = leadAt(text, start);
  return {
    offset: lineEnd,
    length: 0,
    content: lines.map((line) => style.eol + (line && lead + line)).join(""),
  };
}

/** Puts lines in front of the command that begins at `start`, indented like it. */
export function insertBefore(text: string, start: number, lines: readonly string[], style: Style): Edit {
  const lead = leadAt(text, start);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (lineStart + lead.length !== start) {
    return { offset: start, length: 0, content: lines.map((line) => `${line}; `).join("") };
  }
  const first = aboveComments(text, lineStart);
  const margin = /^[ \t]*/.exec(text.slice(first))![0];
  return {
    offset: first + margin.length,
    length: 0,
    content: lines.map((line) => line + style.eol + margin).join(""),
  };
}

/**
 * Where the first of the comments directly above a line begins: they describe the line and stay with it. Comments at the
 * beginning of a file describe the file, except directives that apply to the next line for a linter.
 */
function aboveComments(text: string, lineStart: number): number {
  const first = firstOf(text, lineStart, /^[ \t]*#/);
  return first > 0 ? first : firstOf(text, lineStart, /^[ \t]*#.*\bdisable-next-line\b/);
}

/** Where the first of the lines right above one begins that all are of a kind. */
function firstOf(text: string, lineStart: number, kind: RegExp): number {
  let start = lineStart;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (!kind.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** Where a line's text ends, its line end not counted. */
function endOfLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  if (newline === -1) return text.length;
  return newline > from && text[newline - 1] === "\r" ? newline - 1 : newline;
}
