import { unescapeText } from "./escape.ts";
import { scan } from "./scan.ts";
import type { Source } from "./source.ts";
import { Token, type Tokens } from "./tokens.ts";
import { Value } from "./value.ts";

/** A piece of a word, and what it takes to know its value. */
export type Part =
  | { kind: "literal"; value: Value }
  | { kind: "variable"; name: string }
  | { kind: "element"; name: string; index: Value }
  | { kind: "expression"; expression: Value }
  | { kind: "command"; script: Value };

export interface WordTemplate {
  expand: boolean;
  parts: readonly Part[];
  start: number;
  end: number;
}

export interface CommandTemplate {
  words: readonly WordTemplate[];
  start: number;
  /** Offset of the word whose line Jim names in its messages. */
  lineAt: number;
  end: number;
}

/** A script made ready to run. */
export interface Program {
  source: Source;
  tokens: Tokens;
  commands: readonly CommandTemplate[];
}

/** Reads a value as a script. The result is kept with the value. */
export function programOf(value: Value): Program {
  if (value.program === undefined) {
    const { source, start, end } = value.scanned();
    value.program = compile(source, scan(source.text, start, end));
  }
  return value.program;
}

function compile(source: Source, tokens: Tokens): Program {
  const commands: CommandTemplate[] = [];
  let words: WordTemplate[] = [];
  const { table, count } = tokens;
  let pos = tokens.start;
  for (let i = 0; i < count; ) {
    const kind = table[2 * i];
    const end = table[2 * i + 1]!;
    if (kind === Token.Separator && words.length > 0) {
      commands.push(commandOf(words));
      words = [];
    }
    if (kind! <= Token.Comment) {
      pos = end;
      i++;
      continue;
    }
    const start = pos;
    const parts: Part[] = [];
    const expand = kind === Token.Expand;
    for (; i < count && table[2 * i]! > Token.Comment; i++) {
      const partEnd = table[2 * i + 1]!;
      const part = partOf(source, table[2 * i]!, pos, partEnd);
      if (part !== undefined) parts.push(part);
      pos = partEnd;
    }
    if (parts.length === 0) parts.push({ kind: "literal", value: new Value("", source, pos) });
    words.push({ expand, parts, start, end: pos });
  }
  if (words.length > 0) commands.push(commandOf(words));
  return { source, tokens, commands };
}

// An expanded second word moves the line that Jim remembers.
function commandOf(words: readonly WordTemplate[]): CommandTemplate {
  const [first, second] = words as [WordTemplate, WordTemplate | undefined];
  const lineAt = (second?.expand ? second : first).start;
  return { words, start: first.start, lineAt, end: words.at(-1)!.end };
}

/** The piece that a token makes; nothing for a quote. */
export function partOf(source: Source, kind: number, start: number, end: number): Part | undefined {
  const text = source.text;
  switch (kind) {
    case Token.Text: {
      // Of a `${` with nothing behind it Jim loses the dollar.
      const raw = text.slice(start, end);
      const value = raw === "${" ? "{" : unescapeText(raw);
      return { kind: "literal", value: new Value(value, source, start, value === raw) };
    }
    case Token.Braced: {
      const close = text.charCodeAt(end - 1) === 125 && end > start + 1 ? end - 1 : end;
      return { kind: "literal", value: new Value(text.slice(start + 1, close), source, start + 1) };
    }
    case Token.Variable:
      return { kind: "variable", name: variableName(text, start, end) };
    case Token.Element: {
      const open = text.indexOf("(", start);
      const close = text.charCodeAt(end - 1) === 41 ? end - 1 : end;
      const index = new Value(text.slice(open + 1, close), source, open + 1);
      return { kind: "element", name: text.slice(start + 1, open), index };
    }
    case Token.Expression:
      return { kind: "expression", expression: new Value(text.slice(start + 1, end), source, start + 1) };
    case Token.Command: {
      const close = text.charCodeAt(end - 1) === 93 ? end - 1 : end;
      return { kind: "command", script: new Value(text.slice(start + 1, close), source, start + 1) };
    }
    default:
      return undefined;
  }
}

/** The name in `$name` or `${name}`. */
export function variableName(text: string, start: number, end: number): string {
  if (text.charCodeAt(start + 1) !== 123) return text.slice(start + 1, end);
  return text.slice(start + 2, text.charCodeAt(end - 1) === 125 ? end - 1 : end);
}
