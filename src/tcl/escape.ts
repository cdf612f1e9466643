import { utf8Latin1 } from "../files/latin1.ts";
import { work } from "./limits.ts";

/** Replaces the backslash sequences of Tcl text with what they mean (Jim Tcl 0.81, without UTF-8). */
export function unescapeText(text: string): string {
  const first = text.indexOf("\\");
  if (first === -1) return text;
  let out = text.slice(0, first);
  let at = first;
  while (at < text.length) {
    const next = text.indexOf("\\", at);
    if (next === -1) return out + text.slice(at);
    out += text.slice(at, next);
    const sequence = escapeAt(text, next);
    work(8);
    out += sequence.value;
    at = next + sequence.length;
  }
  return out;
}

const single = new Map(Object.entries({ a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" }));

function escapeAt(text: string, at: number): { value: string; length: number } {
  const char = text[at + 1];
  if (char === undefined) return { value: "\\", length: 1 };
  const plain = single.get(char);
  if (plain !== undefined) return { value: plain, length: 2 };
  if (char === "\n") {
    let end = at + 2;
    while (text[end] === " " || text[end] === "\t") end++;
    return { value: " ", length: end - at };
  }
  if (char >= "0" && char <= "7") {
    const digits = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))![0];
    return { value: String.fromCharCode(Number.parseInt(digits, 8) & 0xff), length: 1 + digits.length };
  }
  if (char === "x" || char === "u" || char === "U") return hexEscape(text, at, char);
  return { value: char, length: 2 };
}

const hexForms = { x: /^[0-9a-fA-F]{1,2}/, u: /^[0-9a-fA-F]{1,4}/, U: /^[0-9a-fA-F]{1,8}/ };

function hexEscape(text: string, at: number, form: "x" | "u" | "U"): { value: string; length: number } {
  const rest = text.slice(at + 2, at + 10);
  const braced = form === "u" ? /^\{([0-9a-fA-F]{1,6})\}/.exec(rest) : null;
  if (braced !== null && Number.parseInt(braced[1]!, 16) <= 0x1fffff) {
    return { value: utf8(Number.parseInt(braced[1]!, 16)), length: 2 + braced[0].length };
  }
  const digits = hexForms[form].exec(rest);
  if (digits === null) return { value: form, length: 2 };
  const code = Number.parseInt(digits[0], 16);
  return { value: form === "x" ? String.fromCharCode(code) : utf8(code), length: 2 + digits[0].length };
}

/** A code point's UTF-8 bytes, one character each. */
function utf8(code: number): string {
  if (code > 0x10ffff) return "\xef\xbf\xbd";
  const wellFormed = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
  return utf8Latin1(String.fromCodePoint(wellFormed));
}
