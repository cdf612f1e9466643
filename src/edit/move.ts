import type { Edit } from "./edit.ts";
import { insertBefore } from "./insert.ts";
import { styleOf } from "./style.ts";

/** A stretch of a text. */
interface Stretch {
  start: number;
  end: number;
}

/**
 * Moves a command in front of another one, with the comment at the end of its line and the comments directly above it.
 * Undefined where something else is on its line.
 */
export function moveBefore(text: string, command: Stretch, before: number): Edit[] | undefined {
  const lineStart = text.lastIndexOf("\n", command.start - 1) + 1;
  const newline = text.indexOf("\n", command.end);
  const lineEnd = newline === -1 ? text.length : newline;
  const isAlone =
    /^[ \t]*$/.test(text.slice(lineStart, command.start)) &&
    /^[ \t]*(;[ \t]*)*(;[ \t]*#.*)?\r?$/.test(text.slice(command.end, lineEnd));
  if (!isAlone) return undefined;
  const start = withComments(text, lineStart);
  const end = newline === -1 ? text.length : newline + 1;
  const lines = text.slice(start, lineEnd).split(/\r?\n/);
  const moved = lines.map((line) => line.replace(/\r$/, "").trim());
  return [
    insertBefore(text, before, moved, styleOf(text)),
    { offset: start, length: end - start, content: "" },
  ];
}

/** Where the comments right above a line begin. */
function withComments(text: string, lineStart: number): number {
  let start = lineStart;
  while (start > 0) {
    const above = text.lastIndexOf("\n", start - 2) + 1;
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}
