import type { WordNode } from "../../tcl/syntax.ts";
import type { CommandUse, ScriptIndex } from "./script-index.ts";

/** The command that is being written at a place, and which of its words. */
export interface Writing {
  command: CommandUse;
  /** The words before the one that is being written. */
  before: readonly WordNode[];
  /** Where that word begins, and what there is of it. */
  start: number;
  typed: string;
}

/** The command that goes on at a place: in one of its words, or after blanks. Undefined where a command begins. */
export function writingAt(index: ScriptIndex, offset: number): Writing | undefined {
  const command = index.commandAt(offset) ?? lastBefore(index, offset);
  if (command === undefined) return undefined;
  const { words } = command.node;
  const word = words.find(({ start, end }) => start <= offset && offset <= end);
  const before = words.filter(({ end }) => end < offset || (word === undefined && end <= offset));
  const start = word?.start ?? offset;
  return { command, before, start, typed: index.source.text.slice(start, offset) };
}

function lastBefore(index: ScriptIndex, offset: number): CommandUse | undefined {
  const { text } = index.source;
  const last = index.commands.findLast(({ node }) => node.end <= offset);
  return last !== undefined && /^(?:[ \t]|\\\r?\n)*$/.test(text.slice(last.node.end, offset))
    ? last
    : undefined;
}
