import type { Finding } from "../../check/result.ts";
import { paint } from "../paint.ts";
import { pathName } from "../path-name.ts";
import { printable } from "../printable.ts";
import { type AnyResult, findingsIn, isFault } from "../result.ts";

/** More lines than these are only counted. */
const MOST_LINES = 5;

/** What is only worth knowing, such as what is deprecated: places in a file of which the same is said are one line. */
export function remarkTexts(result: AnyResult, folder: string): string[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findingsIn(result)) {
    const key = `${finding.at.file} ${finding.message}`;
    if (!isFault(finding)) alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  return [...alike.values()].map((all) => remarkText(all, folder));
}

function remarkText(all: readonly Finding[], folder: string): string {
  const [{ at, rule, severity, message, fix }] = all as [Finding];
  const lines = [...new Set(all.map((one) => one.at.line))];
  const [, ...others] = lines;
  const shown = others.slice(0, MOST_LINES).join(", ");
  const more = others.length > MOST_LINES ? ` and ${others.length - MOST_LINES} more` : "";
  const also = others.length > 0 ? paint("dim", ` (also line ${shown}${more})`) : "";
  const title = fix === undefined || others.length > 0 ? "" : `; ${printable(fix.title)}`;
  const location = `${pathName(at.file, folder)}:${at.line}:${at.column}`;
  return `${paint("bold", location)} ${paint("cyan", severity)} ${paint("dim", rule)}: ${printable(message)}${title}${also}`;
}
