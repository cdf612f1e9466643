/** The bytes that some editors write at the beginning of a file, by encoding. OpenOCD reads them as letters. */
const MARKS = { "UTF-8": "\xef\xbb\xbf", "UTF-16LE": "\xff\xfe", "UTF-16BE": "\xfe\xff" } as const;

/** An encoding whose texts begin with a mark. */
export type MarkedEncoding = keyof typeof MARKS;

const encodings = Object.keys(MARKS) as MarkedEncoding[];

/** The encoding that a text, in bytes, names by its first ones; undefined where it names none. */
export function markedEncoding(text: string): MarkedEncoding | undefined {
  return encodings.find((encoding) => text.startsWith(MARKS[encoding]));
}

/** How many bytes the mark of an encoding has. */
export function markLength(encoding: MarkedEncoding): number {
  return MARKS[encoding].length;
}

/** A marked text of two-byte characters as UTF-8, in bytes, without the mark. */
export function asUtf8(text: string, encoding: Exclude<MarkedEncoding, "UTF-8">): string {
  const bytes = Uint8Array.from(text, (byte) => byte.charCodeAt(0)).subarray(markLength(encoding));
  const decoded = new TextDecoder(encoding.toLowerCase()).decode(bytes);
  return Array.from(new TextEncoder().encode(decoded), (byte) => String.fromCharCode(byte)).join("");
}
