import { isSpace } from "./characters.ts";
import { unescapeText } from "./escape.ts";
import { hold, Size, work } from "./limits.ts";
import { inPieces } from "./match.ts";
import { scanNested } from "./scan.ts";

/** One element of a list's text: its value, and where that begins. */
export interface Element {
  value: string;
  /** Offset of the value's first character. */
  start: number;
  /** Whether the value is in the text as it is, without backslashes to replace. */
  verbatim: boolean;
}

/** What an element takes until it is a value, and then. */
const ELEMENT = Size.Value + 80;

/** Takes a list's text apart. Anything is a list to Jim Tcl: unfinished elements reach to the end. */
export function parseList(text: string): Element[] {
  const elements: Element[] = [];
  let pos = 0;
  while (pos < text.length) {
    const code = text.charCodeAt(pos);
    if (isSpace(code)) {
      pos++;
      continue;
    }
    const from = pos;
    hold(ELEMENT);
    if (code === 123 /* { */) {
      const { end, fault } = scanNested(text, pos, text.length);
      const close = fault === 0 ? end - 1 : end;
      elements.push({ value: text.slice(pos + 1, close), start: pos + 1, verbatim: true });
      pos = end;
    } else {
      const quoted = code === 34;
      const start = quoted ? pos + 1 : pos;
      const end = quoted ? quoteEnd(text, start) : wordEnd(text, start);
      const raw = text.slice(start, end);
      const verbatim = !raw.includes("\\");
      elements.push({ value: verbatim ? raw : unescapeText(raw), start, verbatim });
      pos = quoted ? end + 1 : end;
    }
    work(pos - from);
  }
  return elements;
}

function quoteEnd(text: string, pos: number): number {
  while (pos < text.length && text.charCodeAt(pos) !== 34) pos += text.charCodeAt(pos) === 92 ? 2 : 1;
  return Math.min(pos, text.length);
}

function wordEnd(text: string, pos: number): number {
  while (pos < text.length && !isSpace(text.charCodeAt(pos))) pos += text.charCodeAt(pos) === 92 ? 2 : 1;
  return Math.min(pos, text.length);
}

/** Joins values into a list's text, quoting each as Jim Tcl does. */
export function formatList(values: readonly string[]): string {
  let out = "";
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += " ";
    const element = quoteElement(values[i]!, i === 0);
    hold(element.length + 1);
    work(element.length + 1);
    out += element;
  }
  return out;
}

const special = /[ $"[\];\\\r\n\t\f\v]/;
const needsCare = /[ $"[\];\\\r\n\t\f\v{}]/;

function quoteElement(value: string, first: boolean): string {
  if (value === "") return "{}";
  if (!needsCare.test(value)) return first && value[0] === "#" ? `{${value}}` : value;
  if (!fitsInBraces(value)) return (first && value[0] === "#" ? "\\" : "") + backslash(value);
  const braced = value[0] === "{" || special.test(value) || (first && value[0] === "#");
  return braced ? `{${value}}` : value;
}

function fitsInBraces(value: string): boolean {
  if (value.endsWith("\\")) return false;
  let braces = 0;
  let brackets = 0;
  for (let i = 0; i < value.length; i++) {
    const char = value[i];
    if (char === "{") braces++;
    else if (char === "}" && --braces < 0) return false;
    else if (char === "[") brackets++;
    else if (char === "]") brackets--;
    else if (char === "\\") {
      if (value[i + 1] === "\n") return false;
      i++;
    }
  }
  return braces === 0 && brackets >= 0;
}

const controls = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\f", "\\f"],
  ["\v", "\\v"],
]);

function backslash(value: string): string {
  return inPieces(value, /[ $"[\]{};\\\n\r\t\f\v]/g, (char) => controls.get(char) ?? `\\${char}`);
}
