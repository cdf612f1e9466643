/** Bytes as text, one character each, without node. (`TextDecoder` calls another encoding latin1, windows-1252.) */

/** Characters that are made at once: an engine takes only so many arguments. */
const PORTION = 8192;

/**
 * Bytes as text, one character each.
 *
 * @example
 * ```ts
 * import { latin1Of } from "l5cfg-fix/core";
 *
 * const text = latin1Of(Uint8Array.of(0x73, 0x65, 0x74, 0xff));
 * console.log(text.length, text.charCodeAt(3)); // prints 4 255
 * ```
 */
export function latin1Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PORTION)
    text += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  return text;
}

/**
 * The bytes of a text whose characters are bytes.
 *
 * @example
 * ```ts
 * import { latin1Bytes } from "l5cfg-fix/core";
 *
 * console.log(latin1Bytes("set\xff").length); // prints 4
 * ```
 */
export function latin1Bytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const encoder = new TextEncoder();

/** Text as UTF-8, one character for each byte. Surrogates without their other half become U+FFFD. */
export function utf8Latin1(text: string): string {
  return latin1Of(encoder.encode(text));
}
