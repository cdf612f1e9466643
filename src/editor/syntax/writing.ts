import type { CommandNode, WordNode } from "../../tcl/syntax.ts";
import { Token } from "../../tcl/tokens.ts";
import { bodiesOf } from "./bodies.ts";
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
  const [around, last] = [index.commandAt(offset), lastBefore(index, offset)];
  const isInner = last !== undefined && last.node.start > (around?.node.start ?? -1);
  const command = isInner ? last : around;
  if (command === undefined) return undefined;
  const { words } = command.node;
  const word = words.find(({ start, end }) => start <= offset && offset <= end);
  if (word !== undefined && holdsCommands(command.node, word, offset)) return undefined;
  const before = words.filter(({ end }) => end < offset || (word === undefined && end <= offset));
  const start = word?.start ?? offset;
  return { command, before, start, typed: index.source.text.slice(start, offset) };
}

/** The last command with nothing but blanks between its end and a place. */
function lastBefore({ commands, source }: ScriptIndex, offset: number): CommandUse | undefined {
  const from = blankStart(source.text, offset);
  return commands.findLast(({ node }) => from <= node.end && node.end <= offset);
}

/** Where the blanks before a place begin. */
function blankStart(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const blank = BLANKS.find((one) => text.endsWith(one, at));
    if (blank === undefined) return at;
    at -= blank.length;
  }
}

const BLANKS = [" ", "\t", "\\\n", "\\\r\n"];

/** Whether what is written at a place in a word is a command of its own: in a body, or in brackets. */
function holdsCommands(node: CommandNode, word: WordNode, offset: number): boolean {
  const isInside = ({ start, end }: { start: number; end: number }, close: string) =>
    start < offset && (offset < end || word.parts[0]!.source.text[end - 1] !== close);
  if (bodiesOf(node).some((body) => body.word === word)) return isInside(word, "}");
  return word.parts.some((part) => part.kind === Token.Command && isInside(part, "]"));
}
