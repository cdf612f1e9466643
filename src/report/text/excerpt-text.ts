import type { Location } from "../../check/location.ts";
import { paint } from "../paint.ts";
import { printable } from "../printable.ts";

const LONGEST = 110;

/** The source line of a location with its number, and a line below that marks the location. */
export function excerptText({
  line,
  excerpt: { text, start, end },
}: Pick<Location, "line" | "excerpt">): string[] {
  const [before, marked, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(
    shown,
  ) as [string, string, string];
  const whole = before + marked + after;
  const number = String(line);
  const gutter = " ".repeat(number.length);
  // A tab keeps its width in the line below.
  const lead = before.slice(0, LONGEST).replace(/[^\t]/g, " ");
  const mark = "^".padEnd(Math.min(marked.length, LONGEST - lead.length), "~");
  return [
    `${paint("dim", `${number} |`)} ${whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole}`,
    `${paint("dim", `${gutter} |`)} ${lead}${paint("green", mark)}`,
  ];
}

function shown(text: string): string {
  return text
    .split("\t")
    .map((part) => printable(part))
    .join("\t");
}
