import { relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { ArtifactLocation, Location, Region } from "sarif";
import { decoded } from "../cli/terminal/readable.ts";
import { fileNameBytes, isText } from "../files/file-names.ts";
import type { Place } from "../openocd/place.ts";
import type { Source } from "../tcl/source.ts";

/** What relative addresses in a log are relative to: the working directory, in CI that of the sources. */
export const baseName = "%SRCROOT%";

export function location({ file, source, start, end }: Place): Location {
  return {
    physicalLocation: { artifactLocation: artifactLocation(file), region: region(source, start, end) },
  };
}

/** Relative to the working directory for a file below it, as code scanners want it; else absolute. */
export function artifactLocation(file: string): ArtifactLocation {
  const path = decoded(resolve(file));
  const short = relative(process.cwd(), path);
  const isBelow = short !== "" && short.split(sep)[0] !== ".." && resolve(short) === path;
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

/** A stretch of a file both as lines and columns in UTF-16, for editors, and in bytes, which hold for any encoding. */
export function region(source: Source, start: number, end: number): Region {
  const [startLine, endLine] = [source.lineAt(start), source.lineAt(end)];
  return {
    startLine,
    startColumn: column(source, startLine, start),
    endLine,
    endColumn: column(source, endLine, end),
    byteOffset: start,
    byteLength: end - start,
  };
}

function column(source: Source, line: number, offset: number): number {
  return decoded(source.text.slice(source.lineStart(line), offset)).length + 1;
}
