import { isUtf8 } from "node:buffer";

/**
 * Bytes, one character each, as UTF-8 where they are that. Else they stay as they are, and so does text that is no
 * bytes, such as a path of the command line.
 */
export function decoded(bytes: string): string {
  if (!/[^\0-\x7f]/.test(bytes) || /[^\0-\xff]/.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, "latin1");
  return isUtf8(buffer) ? buffer.toString("utf8") : bytes;
}

/** The same for a terminal: with nothing in it that moves the cursor. */
export function readable(bytes: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  return decoded(bytes).replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "·");
}
