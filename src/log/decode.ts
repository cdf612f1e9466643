import { fileNameText } from "../files/file-names.ts";

/**
 * A log's bytes, one character each, as text: UTF-8, or UTF-16 with a mark in front, as Windows PowerShell's `>` writes
 * it. Bytes that are neither stay apart, as in names of files.
 */
export function decodeLog(bytes: string): string {
  const mark = bytes.slice(0, 3);
  if (mark.startsWith("\xff\xfe")) return utf16(Buffer.from(bytes.slice(2), "latin1"));
  if (mark.startsWith("\xfe\xff")) return utf16(swapped(Buffer.from(bytes.slice(2), "latin1")));
  return fileNameText(mark === "\xef\xbb\xbf" ? bytes.slice(3) : bytes);
}

function utf16(buffer: Buffer): string {
  return buffer.toString("utf16le");
}

function swapped(buffer: Buffer): Buffer {
  return buffer.subarray(0, buffer.length & ~1).swap16();
}
