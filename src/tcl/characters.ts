import { Token, type TokenKind } from "./tokens.ts";

export const NEWLINE = 10;
export const QUOTE = 34;
export const DOLLAR = 36;
export const OPEN_PAREN = 40;
export const CLOSE_PAREN = 41;
export const COLON = 58;
export const SEMICOLON = 59;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;

/** What a character may begin: those before `Brace` end a plain word, the last two are for text in quotes. */
export const Shape = {
  Plain: 0,
  Blank: 1,
  End: 2,
  Dollar: 3,
  Bracket: 4,
  Backslash: 5,
  Brace: 6,
  Hash: 7,
  Quote: 8,
  Quoted: 9,
  QuoteEnd: 10,
} as const;

export const SHAPES = new Uint8Array(128);
for (const [characters, shape] of [
  [" \t\r\f", Shape.Blank],
  ["\n;", Shape.End],
  ["$", Shape.Dollar],
  ["[", Shape.Bracket],
  ["{", Shape.Brace],
  ["#", Shape.Hash],
  ['"', Shape.Quote],
  ["\\", Shape.Backslash],
] as const) {
  for (const character of characters) SHAPES[character.charCodeAt(0)] = shape;
}

/** What a character may begin inside of quotes. */
export function inQuotes(shape: number, commentMayBegin: boolean): number {
  if (shape === Shape.Dollar || shape === Shape.Bracket) return shape;
  if (shape === Shape.Hash && commentMayBegin) return shape;
  return shape === Shape.Quote ? Shape.QuoteEnd : Shape.Quoted;
}

/** What the `$…` between two offsets is; plain text where nothing follows the `$`. */
export function variableKind(source: string, dollar: number, end: number): TokenKind {
  if (end <= dollar + 1) return Token.Text;
  const next = source.charCodeAt(dollar + 1);
  if (next === OPEN_PAREN) return Token.Expression;
  if (next === OPEN_BRACE) return end === dollar + 2 ? Token.Text : Token.Variable;
  for (let pos = dollar + 2; pos < end; pos++) {
    if (source.charCodeAt(pos) === OPEN_PAREN) return Token.Element;
  }
  return Token.Variable;
}

/** C's `isspace` in the C locale. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Space, tab, carriage return, form feed: what separates words. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 12;
}

/** Whether a character may be part of a variable's name. */
export function isNameCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code >= 128
  );
}
