import { stripVTControlCharacters } from "node:util";
import { printableLines } from "./printable.ts";

/** A colour as `paint` writes it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOUR = /(\x1b\[\d{1,2}m)/;

/**
 * What a terminal gets, in the end: lines of our own with colours or without, and no other control. No line reads like a
 * command to the runner of GitHub Actions or Azure Pipelines, which look for those in all that a step prints.
 */
export function forTerminal(text: string, hasColours: boolean): string {
  const safe = hasColours
    ? text
        .split(COLOUR)
        .map((part, i) => (i % 2 === 1 ? part : printableLines(part)))
        .join("")
    : printableLines(stripVTControlCharacters(text));
  return safe.replace(/^([ \t]*)::/gm, "$1·::").replaceAll("##[", "##·[");
}
