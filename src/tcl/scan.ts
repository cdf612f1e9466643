import {
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DOLLAR,
  inQuotes,
  isBlank,
  isNameCharacter,
  isSpace,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  SEMICOLON,
  SHAPES,
  Shape,
  variableKind,
} from "./characters.ts";
import { Next } from "./next.ts";
import { Fault, type FaultKind, Token, type TokenKind, type Tokens } from "./tokens.ts";

// One pass over the characters, following Jim Tcl 0.81's own state machine (a script's tokens depend on
// more than the grammar: on what kind of token came before, and on whether a comment may begin). What is in
// braces and brackets is only measured here; it is scanned when it is read.

let text = "";
let limit = 0;
let fault: FaultKind = Fault.None;
let faultAt = 0;
let faultLineAt = 0;
let depth = 0;
let scratch = new Int32Array(4096);
const nextNewline = new Next("\n");
const nextBackslash = new Next("\\");
const nextNul = new Next("\0");

/** Jim names line 0 for a quote that a script begins with and that never ends. */
const NOWHERE = -1;
/** Brackets in quotes in brackets … deeper than this are taken to be unmatched. */
const DEEPEST = 500;
/** Tables larger than this are not kept for the next text. */
const MOST_KEPT = 1_000_000;
/** An index longer than this is not searched further for its `)`. */
const LONGEST_INDEX = 4096;

/** Scans `source[start, end)` as a script. Never fails: what is unfinished is a fault of the result. */
export function scan(source: string, start = 0, end = source.length): Tokens {
  return withTokens(source, start, end, Number.POSITIVE_INFINITY, (tokens) => {
    return { ...tokens, table: tokens.table.slice(0, 2 * tokens.count) };
  });
}

/**
 * Scans as `scan` does, up to one token more than `most`. The table of tokens is the scanner's own, and may only be used
 * until `read` returns.
 */
export function withTokens<T>(
  source: string,
  start: number,
  end: number,
  most: number,
  read: (tokens: Tokens) => T,
): T {
  const count = scanInto(source, start, end, most);
  try {
    return read({ table: scratch, count, start, end, fault, faultAt, faultLineAt });
  } finally {
    if (scratch.length > MOST_KEPT) scratch = new Int32Array(4096);
  }
}

/** Fills the table, and answers how many tokens there are. */
function scanInto(source: string, start: number, end: number, most: number): number {
  begin(source, start, end);
  let table = scratch;
  let at = 0;
  let pos = start;
  let from = start;
  let previous = start;
  let inQuote = false;
  let quoteAt = start;
  let quoteLineAt = start;
  let commentMayBegin = true;
  // `{` and `"` are special at the start of a word, and again after a braced part of it.
  let partMayBegin = true;
  let startsWord = true;
  let afterBraced = false;
  let extraAt = -1;
  let kind: TokenKind = Token.Separator;

  const last = 2 * most;
  for (; pos < end && at <= last; previous = from) {
    from = pos;
    const code = source.charCodeAt(pos);
    let shape = code < 128 ? SHAPES[code]! : Shape.Plain;
    if (inQuote) shape = inQuotes(shape, commentMayBegin);
    switch (shape) {
      case Shape.Blank: {
        kind = Token.Space;
        pos++;
        // One blank is the usual case.
        const next = pos < end ? source.charCodeAt(pos) : NEWLINE;
        if (next <= 32 || next === BACKSLASH) pos = spaceEnd(pos);
        break;
      }
      case Shape.End:
        kind = Token.Separator;
        pos = separatorEnd(pos);
        commentMayBegin = true;
        break;
      case Shape.Dollar:
        pos = variableEnd(pos);
        kind = variableKind(source, from, pos);
        if (pos === from) pos++;
        commentMayBegin = false;
        break;
      case Shape.Bracket:
        kind = Token.Command;
        pos = commandEnd(pos);
        commentMayBegin = false;
        break;
      case Shape.Quoted:
        pos = quotedTextEnd(pos);
        if (kind !== Token.Quote) commentMayBegin = code === NEWLINE || code === SEMICOLON;
        kind = Token.Text;
        break;
      case Shape.QuoteEnd:
        kind = Token.Quote;
        pos++;
        inQuote = false;
        break;
      default:
        if (shape === Shape.Brace && partMayBegin) {
          pos = braceEnd(pos);
          kind = startsWord && isExpand(from, pos) ? Token.Expand : Token.Braced;
          commentMayBegin = false;
        } else if (shape === Shape.Hash && commentMayBegin) {
          kind = Token.Comment;
          pos = commentEnd(pos);
        } else if (shape === Shape.Quote && partMayBegin) {
          kind = Token.Quote;
          quoteAt = pos++;
          quoteLineAt = at === 0 ? NOWHERE : previous;
          inQuote = true;
          commentMayBegin = false;
        } else if (shape === Shape.Backslash && isContinuation(pos)) {
          kind = Token.Space;
          pos = spaceEnd(pos);
        } else {
          kind = Token.Text;
          pos = textEnd(pos);
          commentMayBegin = false;
        }
    }

    if (at === table.length) table = scratch = larger(table);
    table[at] = kind;
    table[at + 1] = pos;
    at += 2;

    if (kind >= Token.Text) {
      if (afterBraced && extraAt === -1) extraAt = from;
      afterBraced = startsWord && kind === Token.Braced;
      partMayBegin = kind === Token.Braced || kind === Token.Expand;
      startsWord = false;
    } else if (kind !== Token.Comment) {
      partMayBegin = startsWord = true;
      afterBraced = false;
    }
  }

  faultLineAt = from;
  if (inQuote) {
    fault = Fault.Quote;
    faultAt = quoteAt;
    faultLineAt = quoteLineAt;
  } else if (fault === Fault.None && extraAt !== -1) {
    fault = Fault.ExtraCharacters;
    faultAt = faultLineAt = extraAt;
  }
  return at >> 1;
}

/** A copy with room for twice as much. */
function larger(table: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(table.length * 2);
  copy.set(table);
  return copy;
}

/** The end of `$name`, `${name}`, `$name(index)` or `$(expression)` at `at`; `at` itself where there is none. */
export function scanVariable(source: string, at: number, end: number): number {
  begin(source, at, end);
  return variableEnd(at);
}

/** The end of `[…]`, `{…}` or `"…"` at `at`, and the fault where it has none. */
export function scanNested(source: string, at: number, end: number): { end: number; fault: FaultKind } {
  begin(source, at, end);
  const code = source.charCodeAt(at);
  const stop = code === OPEN_BRACKET ? commandEnd(at) : code === OPEN_BRACE ? braceEnd(at) : quoteEnd(at);
  return { end: stop, fault };
}

function begin(source: string, start: number, end: number): void {
  text = source;
  limit = end;
  fault = Fault.None;
  faultAt = start;
  depth = 0;
}

/** Whether the backslash at `pos` joins its line with the next. */
function isContinuation(pos: number): boolean {
  return pos + 1 < limit && text.charCodeAt(pos + 1) === NEWLINE;
}

function spaceEnd(pos: number): number {
  const source = text;
  const stop = limit;
  while (pos < stop) {
    const code = source.charCodeAt(pos);
    if (code === BACKSLASH && isContinuation(pos)) pos += 2;
    else if (code !== NEWLINE && isSpace(code)) pos++;
    else break;
  }
  return pos;
}

function separatorEnd(pos: number): number {
  const source = text;
  const stop = limit;
  while (pos < stop) {
    const code = source.charCodeAt(pos);
    if (code !== SEMICOLON && !isSpace(code)) break;
    pos++;
  }
  return pos;
}

function commentEnd(pos: number): number {
  while (pos < limit) {
    const newline = nextNewline.at(text, pos);
    const backslash = nextBackslash.at(text, pos);
    const nul = nextNul.at(text, pos);
    if (newline < backslash && newline < nul) return Math.min(newline + 1, limit);
    if (nul < backslash) return Math.min(nul, limit);
    pos = backslash + 2;
  }
  return limit;
}

function textEnd(pos: number): number {
  const source = text;
  const stop = limit;
  for (; pos < stop; pos++) {
    const code = source.charCodeAt(pos);
    if (code > BACKSLASH) continue;
    const shape = SHAPES[code]!;
    if (shape === Shape.Plain || shape > Shape.Backslash) continue;
    if (shape < Shape.Backslash || isContinuation(pos)) return pos;
    if (pos + 1 < stop) pos++;
  }
  return pos;
}

function quotedTextEnd(pos: number): number {
  const source = text;
  const stop = limit;
  for (; pos < stop; pos++) {
    const code = source.charCodeAt(pos);
    if (code > BACKSLASH) continue;
    if (code === QUOTE || code === DOLLAR || code === OPEN_BRACKET) return pos;
    if (code === BACKSLASH && pos + 1 < stop) pos++;
  }
  return pos;
}

function braceEnd(open: number): number {
  const source = text;
  const stop = limit;
  let level = 1;
  for (let pos = open + 1; pos < stop; pos++) {
    const code = source.charCodeAt(pos);
    if (code === CLOSE_BRACE) {
      if (--level === 0) return pos + 1;
    } else if (code === OPEN_BRACE) level++;
    else if (code === BACKSLASH && pos + 1 < stop) pos++;
  }
  return unmatched(Fault.Brace, open);
}

// Brackets follow rules of their own, which are not those of scripts: quotes count only at the start of a word,
// comments do not count at all.
function commandEnd(open: number): number {
  if (++depth > DEEPEST) return unmatched(Fault.Bracket, open);
  let level = 1;
  let startsWord = true;
  let pos = open + 1;
  const source = text;
  const stop = limit;
  while (pos < stop) {
    let code = source.charCodeAt(pos);
    if (code === BACKSLASH) {
      if (pos + 1 < stop) code = source.charCodeAt(++pos);
    } else if (code === OPEN_BRACKET) {
      level++;
    } else if (code === CLOSE_BRACKET) {
      if (--level === 0) {
        depth--;
        return pos + 1;
      }
    } else if (code === QUOTE && startsWord) {
      pos = quoteEnd(pos);
      if (fault === Fault.Quote) return pos;
      continue;
    } else if (code === OPEN_BRACE) {
      pos = braceEnd(pos);
      startsWord = false;
      continue;
    }
    startsWord = isSpace(code);
    pos++;
  }
  return unmatched(Fault.Bracket, open);
}

function quoteEnd(open: number): number {
  let pos = open + 1;
  while (pos < limit) {
    const code = text.charCodeAt(pos);
    if (code === QUOTE) return pos + 1;
    if (code === OPEN_BRACKET) pos = commandEnd(pos);
    else pos += code === BACKSLASH && pos + 1 < limit ? 2 : 1;
  }
  return unmatched(Fault.Quote, open);
}

function unmatched(kind: FaultKind, at: number): number {
  fault = kind;
  faultAt = at;
  return limit;
}

function nameEnd(pos: number): number {
  const source = text;
  const stop = limit;
  while (pos < stop) {
    const code = source.charCodeAt(pos);
    if (isNameCharacter(code)) pos++;
    else if (code === COLON && pos + 1 < stop && source.charCodeAt(pos + 1) === COLON) {
      while (pos < stop && source.charCodeAt(pos) === COLON) pos++;
    } else break;
  }
  return pos;
}

function variableEnd(dollar: number): number {
  const name = dollar + 1;
  if (name < limit && text.charCodeAt(name) === OPEN_BRACE) {
    const close = text.indexOf("}", name);
    return close === -1 || close >= limit ? limit : close + 1;
  }
  const end = nameEnd(name);
  if (end < limit && text.charCodeAt(end) === OPEN_PAREN) return indexEnd(end);
  return end === name ? dollar : end;
}

function indexEnd(open: number): number {
  const stop = Math.min(limit, open + LONGEST_INDEX);
  let level = 1;
  let lastClose = -1;
  for (let pos = open + 1; pos < stop; pos++) {
    const code = text.charCodeAt(pos);
    if (code === BACKSLASH) pos++;
    else if (code === OPEN_PAREN) level++;
    else if (code === CLOSE_PAREN) {
      if (--level === 0) return pos + 1;
      lastClose = pos;
    }
  }
  return lastClose === -1 ? limit : lastClose + 1;
}

// `{*}` or `{expand}` with the rest of the word right after it.
function isExpand(open: number, end: number): boolean {
  const length = end - open;
  if (length !== 3 && length !== 8) return false;
  if (!text.startsWith(length === 3 ? "{*}" : "{expand}", open) || end >= limit) return false;
  const next = text.charCodeAt(end);
  return (
    !isBlank(next) && next !== NEWLINE && next !== SEMICOLON && !(next === BACKSLASH && isContinuation(end))
  );
}
