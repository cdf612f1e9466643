import type { Place } from "../../openocd/place.ts";
import type { Paint } from "./colours.ts";
import { readable } from "./readable.ts";

const longest = 110;

/** The source line of a place with its line number, and a line below that marks the place. */
export function excerpt(place: Place, paint: Paint): string[] {
  const { line, source, start, end } = place;
  const lineEnd = source.lineEnd(line);
  const before = readable(source.text.slice(source.lineStart(line), start));
  const marked = readable(source.text.slice(start, Math.min(end, lineEnd)));
  const text = before + marked + readable(source.text.slice(Math.min(end, lineEnd), lineEnd));
  const number = String(line);
  const gutter = " ".repeat(number.length);
  // A tab keeps its width in the line below.
  const lead = before.replace(/[^\t]/g, " ");
  const mark = "^".padEnd(Math.min(marked.length, longest - before.length), "~");
  return [
    `${paint("dim", `${number} |`)} ${text.length > longest ? `${text.slice(0, longest)}…` : text}`,
    `${paint("dim", `${gutter} |`)} ${lead}${paint("green", mark)}`,
  ];
}
