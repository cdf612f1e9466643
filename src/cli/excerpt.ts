import type { Place } from "../openocd/place.ts";
import type { Paint } from "./colours.ts";

const longest = 110;

/** The source line of a place with its line number, and a line below that marks the place. */
export function excerpt(place: Place, paint: Paint): string[] {
  const { line, column, source } = place;
  const text = readable(source.text.slice(source.lineStart(line), source.lineEnd(line)));
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const from = column - 1;
  const width = Math.max(1, Math.min(place.end - place.start, text.length - from));
  // A tab keeps its width in the line below.
  const lead = text.slice(0, from).replace(/[^\t]/g, " ");
  const mark = "^".padEnd(Math.min(width, longest - from > 1 ? longest - from : 1), "~");
  return [
    `${paint("dim", `${number} |`)} ${text.length > longest ? `${text.slice(0, longest)}…` : text}`,
    `${paint("dim", `${gutter} |`)} ${lead}${paint("green", mark)}`,
  ];
}

/** Bytes as a person reads them: UTF-8 where they are that, and nothing that moves a terminal's cursor. */
export function readable(bytes: string): string {
  const decoded = Buffer.from(bytes, "latin1").toString("utf8");
  const text = decoded.includes("\ufffd") ? bytes : decoded;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  return text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "·");
}
