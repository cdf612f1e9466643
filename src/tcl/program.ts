import type { CommandTemplate, CompiledScript, Part, WordTemplate } from "./compiled-script.ts";
import { unescapeText } from "./escape.ts";
import { hold, Size, tooMuch, work } from "./limits.ts";
import { withTokens } from "./scan.ts";
import type { Source } from "./source.ts";
import { Token, type Tokens } from "./tokens.ts";
import { type Program, type Value, Values } from "./value.ts";

/** Reads a value as a script. The result is kept with the value. */
export function programOf(value: Value): Program {
  if (value.program === undefined) {
    const { source, start, end } = value.scanned();
    value.program = { code: compiledAt(source, start, end), values: new Values(source) };
  }
  return value.program;
}

/** A script of more is not read: its parts would take more room than there is. */
const MOST_TOKENS = 500_000;

/** No text is longer. */
const LONGEST = 2 ** 26;

/** What scripts in texts that are kept from run to run were read as, by where they are. */
const cached = new WeakMap<Source, Map<number, CompiledScript>>();

/** From here on, what the scripts in a text are read as is kept as long as the text. */
export function cacheScripts(source: Source): void {
  cached.set(source, new Map());
}

function compiledAt(source: Source, start: number, end: number): CompiledScript {
  const scripts = cached.get(source);
  const key = start * LONGEST + end;
  const known = scripts?.get(key);
  if (known !== undefined) return known;
  const compiled = withTokens(source.text, start, end, MOST_TOKENS, (tokens) => compile(source, tokens));
  scripts?.set(key, compiled);
  return compiled;
}

function compile(source: Source, tokens: Tokens): CompiledScript {
  const commands: CommandTemplate[] = [];
  let words: WordTemplate[] = [];
  const { table, count, start: begin, end: stop, fault, faultAt, faultLineAt } = tokens;
  if (count > MOST_TOKENS) throw tooMuch();
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
        hold(Size.Part);
        work(8);
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
      // Of a `${` with nothing after it Jim loses the dollar.
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
