/** What is said around the findings, for a person. */

import type { FixResult } from "../../check/result.ts";
import { isPart } from "../../rules/script-role.ts";
import { count } from "../count.ts";
import { paint } from "../paint.ts";
import { pathName } from "../path-name.ts";
import { printable } from "../printable.ts";
import { type AnyResult, configParts, findingCount, findingsIn, isFault, remarkCount } from "../result.ts";

/** What is checked, and for which OpenOCD. */
export function headerText({ project, openocd }: AnyResult, cwd: string): string {
  const { path, kind, location, root, configs } = project;
  const here = paint(
    "bold",
    kind === "command" ? printable(path) : pathName(kind === "file" ? location : root, cwd),
  );
  const { version: name, why, standIn } = openocd;
  const known = standIn === undefined ? "" : `; unknown version, treated as ${standIn}`;
  const version = `${printable(name)} (${printable(why)}${known})`;
  return `${here}: ${count(configs.length, "config")} for OpenOCD ${version}\n`;
}

/** The configs that only run as parts of others; undefined where there are none. */
export function partsText(result: AnyResult, cwd: string): string | undefined {
  const parts = configParts(result);
  const [first] = parts;
  if (first === undefined) return undefined;
  const { configs } = result.project;
  const reason = problemText(first.refusal, cwd);
  if (configs.length === 1)
    return `The config runs only with a board file, which sets what it lacks: ${reason}`;
  return `${parts.length} of ${configs.length} configs run only with a board file, such as ${pathName(first.config, cwd)}: ${reason}`;
}

/** That a config which is no part of others chooses no adapter; undefined for all others. */
export function adapterText({ project, runs }: AnyResult): string | undefined {
  const [config, ...more] = project.configs;
  if (config === undefined || more.length > 0 || project.kind !== "file" || isPart(config)) return undefined;
  if (runs.length === 0 || runs.some(({ choosesAdapter }) => choosesAdapter)) return undefined;
  return "The config chooses no adapter: give OpenOCD one before it, such as `-f interface/stlink.cfg`.";
}

/** `file:line: message` */
export function problemText(
  { file, line, message }: { file: string; line: number; message: string },
  folder: string,
): string {
  return `${pathName(file, folder)}:${line}: ${printable(message)}`;
}

/** "4 findings.", by rule where they are many, or that there are none. */
export function checkSummary(results: readonly AnyResult[]): string {
  const total = results.reduce((sum, result) => sum + findingCount(result), 0);
  const remarks = remarksText(results);
  if (total === 0) return ["Nothing to fix.", ...remarks].join(" ");
  const line = [`${count(total, "finding")}.`, ...omittedText(results), ...remarks].join(" ");
  return [...byRule(results), line].join("\n");
}

/** Fewer findings than these can be counted by looking. */
const MANY = 6;

/** How many findings there are of each rule, the most first. */
function byRule(results: readonly AnyResult[]): string[] {
  const counts = new Map<string, number>();
  const all = results.flatMap(findingsIn).filter(isFault);
  for (const { rule, severity } of all) {
    const key = `${severity.padEnd(7)}  ${rule}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  if (all.length < MANY || counts.size === 1) return [];
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return [...rows.map(([key, number]) => `${String(number).padStart(5)}  ${key}`), ""];
}

/** "4 findings fixed in 2 files, 0 left." */
export function fixSummary(result: FixResult): string {
  const { files, fixed, left, omitted } = result;
  const faults = left.filter(isFault).length + omitted;
  const remarks = remarksText([result]);
  if (fixed.length + faults === 0) return ["Nothing to fix.", ...remarks].join(" ");
  const text = `${count(fixed.length, "finding")} fixed in ${count(files.length, "file")}, ${faults} left.`;
  return [text, ...omittedText([result]), ...remarks].join(" ");
}

/** What there is beyond the findings that are listed. */
export function omittedNote({ omitted }: AnyResult): string | undefined {
  return omitted === 0 ? undefined : `${omitted} more findings are not listed.`;
}

function omittedText(results: readonly AnyResult[]): string[] {
  const omitted = results.reduce((sum, one) => sum + one.omitted, 0);
  return omitted === 0 ? [] : [`${omitted} of them are not listed.`];
}

/** How much there is that is only worth knowing. */
function remarksText(results: readonly AnyResult[]): string[] {
  const remarks = results.reduce((sum, one) => sum + remarkCount(one), 0);
  return remarks === 0 ? [] : [`${count(remarks, "remark")}.`];
}
