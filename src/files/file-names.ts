/**
 * Names of files are bytes to OpenOCD, and text to node. A byte that is not UTF-8 is a lone surrogate in the text, U+DC80
 * for 0x80, so that every name has its text and no two share one (as Python's `surrogateescape`, PEP 383).
 */

import { latin1Bytes, utf8Latin1 } from "./latin1.ts";

const ASCII = /^[\0-\x7f]*$/;

/** The characters of UTF-8 that are longer than a byte (Unicode 15, table 3-7); any other byte alone. */
const CHARACTERS =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A file name in bytes, one character each, as text. */
export function fileNameText(bytes: string): string {
  if (ASCII.test(bytes)) return bytes;
  return bytes.replace(CHARACTERS, (found) =>
    found.length === 1
      ? String.fromCharCode(0xdc00 + found.charCodeAt(0))
      : decoder.decode(latin1Bytes(found)),
  );
}

/** A file name in bytes, one character each: what a config spells it with. */
export function fileNameBytes(name: string): string {
  if (ASCII.test(name)) return name;
  return name.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\0-\x7f]/g, (found) =>
    isByte(found) ? String.fromCharCode(found.charCodeAt(0) - 0xdc00) : utf8Latin1(found),
  );
}

/** Whether a name is UTF-8, so that all that takes text takes it: arguments of programs, URIs, terminals. */
export function isText(name: string): boolean {
  return !/\p{Surrogate}/u.test(name);
}

function isByte(character: string): boolean {
  return character >= "\udc80" && character <= "\udcff" && character.length === 1;
}

/**
 * Bytes, one character each, as UTF-8 where they are that. Else they stay as they are, and so does text that is no
 * bytes, such as a path of the command line.
 */
export function decoded(bytes: string): string {
  if (!/[^\0-\x7f]/.test(bytes) || /[^\0-\xff]/.test(bytes)) return bytes;
  try {
    return decoder.decode(latin1Bytes(bytes));
  } catch {
    return bytes;
  }
}
