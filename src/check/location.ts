import type { Absolute } from "../files/absolute.ts";
import { decoded } from "../files/file-names.ts";
import type { Place } from "../openocd/place.ts";
import type { Source } from "../tcl/source.ts";

/** A stretch of a file as editors count it: lines and columns from 1, columns in UTF-16 code units. */
export interface Range {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Where something is, as plain data. */
export interface Location extends Range {
  /** Absolute. */
  file: string;
  /** The same in bytes of the file: `start` up to, but not including, `end`. */
  start: number;
  end: number;
  excerpt: Excerpt;
}

/** The line that a location begins on, cut where it is long. */
export interface Excerpt {
  text: string;
  /** What of `text` the location covers, in UTF-16 code units. */
  start: number;
  end: number;
}

/** Characters of a line that an excerpt has at most, and how many of them are before the location. */
const LONGEST = 160;
const BEFORE = 60;

/** A place as plain data. */
export function locationOf(place: Place, absolute: Absolute): Location {
  const { source, start, end } = place;
  return {
    file: absolute(place.file),
    ...rangeOf(source, start, end),
    start,
    end,
    excerpt: excerptOf(source, start, end),
  };
}

/** A stretch of bytes as lines and columns. */
export function rangeOf(source: Source, start: number, end: number): Range {
  const [line, endLine] = [source.lineAt(start), source.lineAt(end)];
  return { line, column: columnOf(source, line, start), endLine, endColumn: columnOf(source, endLine, end) };
}

function columnOf(source: Source, line: number, offset: number): number {
  return decoded(source.text.slice(source.lineStart(line), offset)).length + 1;
}

function excerptOf(source: Source, start: number, end: number): Excerpt {
  const line = source.lineAt(start);
  const lineEnd = source.lineEnd(line);
  const from = start - source.lineStart(line) > LONGEST ? start - BEFORE : source.lineStart(line);
  const to = Math.min(lineEnd, from + LONGEST);
  const [before, marked] = [source.text.slice(from, start), source.text.slice(start, Math.min(end, to))];
  const [lead, middle] = [cutMark(source, line, from) + decoded(before), decoded(marked)];
  const rest = decoded(source.text.slice(start + marked.length, to)) + (to < lineEnd ? "…" : "");
  return { text: lead + middle + rest, start: lead.length, end: lead.length + middle.length };
}

function cutMark(source: Source, line: number, from: number): string {
  return from > source.lineStart(line) ? "…" : "";
}
