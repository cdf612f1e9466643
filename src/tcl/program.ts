import { unescapeText } from "./escape.ts";
import { scan } from "./scan.ts";
import type { Source } from "./source.ts";
import { type FaultKind, Token, type Tokens } from "./tokens.ts";
import { Value } from "./value.ts";

/** A piece of a word, and what it takes to know its value. */
export interface Part {
  kind: "literal" | "variable" | "element" | "expression" | "command";
  /** A variable's name, or an array's. */
  name: string;
  /** The literal itself, an element's index, an expression, or a script. */
  text: string;
  /** Offset of the text's first character. */
  start: number;
  /** Whether the text stands in the source as it is. */
  verbatim: boolean;
  /** Its number among the parts whose values are kept together. */
  slot: number;
}

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

/** A script as it was read: the same in every run of it. */
export interface Code {
  source: Source;
  start: number;
  end: number;
  fault: FaultKind;
  faultAt: number;
  faultLineAt: number;
  commands: readonly CommandTemplate[];
}

/** A script made ready to run: its code, which runs share, and its values, which remember what this run read them as. */
export interface Program {
  code: Code;
  values: Values;
}

/** The values of some parts, made when somebody asks for them, and kept. */
export class Values {
  readonly #source: Source;
  readonly #made: (Value | undefined)[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  of({ slot, text, start, verbatim }: Part): Value {
    const known = this.#made[slot];
    if (known !== undefined) return known;
    const made = new Value(text, this.#source, start, verbatim);
    this.#made[slot] = made;
    return made;
  }
}

/** Reads a value as a script. The result is kept with the value. */
export function programOf(value: Value): Program {
  if (value.program === undefined) {
    const { source, start, end } = value.scanned();
    value.program = { code: codeOf(source, start, end), values: new Values(source) };
  }
  return value.program;
}

/** No text is longer. */
const LONGEST = 2 ** 26;

function codeOf(source: Source, start: number, end: number): Code {
  const key = start * LONGEST + end;
  const known = source.codes?.get(key);
  if (known !== undefined) return known;
  const code = compile(source, scan(source.text, start, end));
  source.codes?.set(key, code);
  return code;
}

function compile(source: Source, tokens: Tokens): Code {
  const commands: CommandTemplate[] = [];
  let words: WordTemplate[] = [];
  const { table, count, start: begin, end: stop, fault, faultAt, faultLineAt } = tokens;
  let pos = begin;
  let slot = 0;
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
      const part = partOf(source, table[2 * i]!, pos, partEnd, slot);
      if (part !== undefined) {
        parts.push(part);
        slot++;
      }
      pos = partEnd;
    }
    if (parts.length === 0) parts.push(made("literal", slot++, "", pos));
    words.push({ expand, parts, start, end: pos });
  }
  if (words.length > 0) commands.push(commandOf(words));
  return { source, start: begin, end: stop, fault, faultAt, faultLineAt, commands };
}

// An expanded second word moves the line that Jim remembers.
function commandOf(words: readonly WordTemplate[]): CommandTemplate {
  const [first, second] = words as [WordTemplate, WordTemplate | undefined];
  const lineAt = (second?.expand ? second : first).start;
  return { words, start: first.start, lineAt, end: words.at(-1)!.end };
}

function made(
  kind: Part["kind"],
  slot: number,
  text: string,
  start: number,
  name = "",
  verbatim = true,
): Part {
  return { kind, name, text, start, verbatim, slot };
}

/** The piece that a token makes; nothing for a quote. */
export function partOf(
  { text }: Source,
  kind: number,
  start: number,
  end: number,
  slot: number,
): Part | undefined {
  switch (kind) {
    case Token.Text: {
      // Of a `${` with nothing behind it Jim loses the dollar.
      const raw = text.slice(start, end);
      const value = raw === "${" ? "{" : unescapeText(raw);
      return made("literal", slot, value, start, "", value === raw);
    }
    case Token.Braced: {
      const close = text.charCodeAt(end - 1) === 125 && end > start + 1 ? end - 1 : end;
      return made("literal", slot, text.slice(start + 1, close), start + 1);
    }
    case Token.Variable:
      return made("variable", slot, "", start, variableName(text, start, end));
    case Token.Element: {
      const open = text.indexOf("(", start);
      const close = text.charCodeAt(end - 1) === 41 ? end - 1 : end;
      return made("element", slot, text.slice(open + 1, close), open + 1, text.slice(start + 1, open));
    }
    case Token.Expression:
      return made("expression", slot, text.slice(start + 1, end), start + 1);
    case Token.Command: {
      const close = text.charCodeAt(end - 1) === 93 ? end - 1 : end;
      return made("command", slot, text.slice(start + 1, close), start + 1);
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
