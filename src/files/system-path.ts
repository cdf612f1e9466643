import { fileNameBytes, isText } from "./file-names.ts";

/** A path as node's own functions take it: text where that will do, else bytes. */
export function systemPath(path: string): string | Buffer {
  return isText(path) ? path : Buffer.from(fileNameBytes(path), "latin1");
}
