import type { Edit } from "../edit/edit.ts";
import type { Place } from "../openocd/place.ts";
import { wordsAt } from "./command-words.ts";

/**
 * Removes a command from its file, with its line where nothing else is on it. Undefined where the command is part of
 * another one, which needs its result.
 */
export function withoutCommand({ source: { text }, start, end }: Place): Edit | undefined {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const [before, after] = [text.slice(lineStart, start), text.slice(end, lineEnd)];
  // A comment on the same line is about the command.
  if (/^[ \t]*$/.test(before) && /^[ \t]*(;[ \t]*)?(;[ \t]*#.*)?\r?\n?$/.test(after)) {
    return { offset: lineStart, length: lineEnd - lineStart, content: "" };
  }
  if (!/(^|[;{])[ \t]*$/.test(before)) return undefined;
  const separator = /^[ \t]*;[ \t]*/.exec(after)?.[0] ?? "";
  if (separator === "" && !/^[ \t]*(\}|\r?\n|$)/.test(after)) return undefined;
  return { offset: start, length: end - start + separator.length, content: "" };
}

/** Removes an option and its value from a command. Undefined where they are not separate words there. */
export function withoutOption(place: Place, option: string): Edit | undefined {
  const words = wordsAt(place);
  const index = words.findIndex(({ literal }) => literal === option);
  const [before, value] = [words[index - 1], words[index + 1]];
  if (index === -1 || before === undefined || value === undefined) return undefined;
  return { offset: before.end, length: value.end - before.end, content: "" };
}
