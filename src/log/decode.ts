import { fileNameText } from "../files/file-names.ts";
import { latin1Bytes } from "../files/latin1.ts";

/**
 * A log's bytes, one character each, as text: UTF-8, or UTF-16 with a mark in front, as Windows PowerShell's `>` writes
 * it. Bytes that are neither stay apart, as in names of files.
 *
 * @example
 * ```ts
 * import { decodeLog } from "l5cfg-fix/core";
 *
 * console.log(decodeLog("\xff\xfeE\0r\0r\0o\0r\0")); // prints Error
 * ```
 */
export function decodeLog(bytes: string): string {
  const mark = bytes.slice(0, 3);
  if (mark.startsWith("\xff\xfe")) return utf16(bytes.slice(2), "utf-16le");
  if (mark.startsWith("\xfe\xff")) return utf16(bytes.slice(2), "utf-16be");
  return fileNameText(mark === "\xef\xbb\xbf" ? bytes.slice(3) : bytes);
}

/** An odd byte at the end is half a character, and left out. */
function utf16(bytes: string, encoding: "utf-16le" | "utf-16be"): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return decoder.decode(latin1Bytes(bytes.slice(0, bytes.length & ~1)));
}
