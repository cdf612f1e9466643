import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation } from "sarif";
import { fileNameBytes, isText } from "../files/file-names.ts";

/** What relative addresses in a log are relative to: the working directory, in CI that of the sources. */
export const baseName = "%SRCROOT%";

/** Relative to the working directory for a file below it, as code scanners want it; else absolute. */
export function artifactLocation(file: string, cwd: string): ArtifactLocation {
  const path = resolve(cwd, file);
  const short = relative(cwd, path);
  const isBelow = short !== "" && short.split(sep)[0] !== ".." && resolve(cwd, short) === path;
  if (isBelow) return { uri: short.split(sep).map(encoded).join("/"), uriBaseId: baseName };
  return { uri: fileUri(path) };
}

/** Of an absolute path, whatever bytes are in it. */
export function fileUri(path: string): string {
  return isText(path) ? pathToFileURL(path).href : `file://${path.split(sep).map(encoded).join("/")}`;
}

/** As `encodeURIComponent` does it, and for any bytes. */
function encoded(name: string): string {
  return fileNameBytes(name).replace(/[^\w.!~*'()-]/g, (byte) => {
    const hex = byte.charCodeAt(0).toString(16).toUpperCase();
    return `%${hex.padStart(2, "0")}`;
  });
}
