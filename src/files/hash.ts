import { createHash } from "node:crypto";
import { readIfPlain } from "./stat.ts";

/** Of bytes, or of a text that is bytes decoded as latin1, in lower-case hex. */
export function sha256(bytes: Buffer | string): string {
  const hash = createHash("sha256");
  return (typeof bytes === "string" ? hash.update(bytes, "latin1") : hash.update(bytes)).digest("hex");
}

/** Of a plain file's bytes; undefined where none is there. */
export function hashOf(path: string): string | undefined {
  const bytes = readIfPlain(path);
  return bytes && sha256(bytes);
}
