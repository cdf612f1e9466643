import { decoded } from "../../files/file-names.ts";

export { decoded };

/** Bytes as {@link decoded} has them, for a terminal: with nothing in it that moves the cursor. */
export function readable(bytes: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  return decoded(bytes).replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "·");
}
