import { relative } from "node:path";
import type { Patch } from "../check/fix.ts";
import type { Survey } from "../cli/paths/survey.ts";
import type { Work } from "../cli/paths/work.ts";
import { type Paint, paintFor } from "../cli/terminal/colours.ts";
import { excerpt } from "../cli/terminal/excerpt.ts";
import { readable } from "../cli/terminal/readable.ts";
import type { Problem } from "../openocd/model.ts";
import { usualTransports } from "../openocd/transport.ts";
import type { Finding } from "../rules/finding.ts";

/** What became of a finding. */
export type Outcome = { kind: "found" } | { kind: "fixed" } | { kind: "left"; why?: string };

/** One finding for a person: place, message, the line itself, what else to know, what was done. */
export function describe(finding: Finding, outcome: Outcome, root: string, paint: Paint): string {
  const { at, rule, severity, message, notes, transports } = finding;
  const place = `${readable(shown(at.file, root))}:${at.line}:${at.column}`;
  // Under all of them is what one expects.
  const isEverywhere = usualTransports.every((transport) => transports.includes(transport));
  const under = isEverywhere ? "" : paint("dim", ` (${transports.join(", ")})`);
  const head = `${paint("bold", place)} ${paint(severity === "error" ? "red" : "yellow", severity)} ${paint("dim", rule)}${under}`;
  const lines = [
    head,
    `  ${readable(message)}`,
    ...excerpt(at, paint).map((line) => `    ${line}`),
    ...notes.map((note) => `  ${paint("cyan", "note:")} ${readable(note)}`),
    `  ${verdict(finding, outcome, paint)}`,
  ];
  return lines.join("\n");
}

function verdict({ fix }: Finding, outcome: Outcome, paint: Paint): string {
  const title = fix === undefined ? "" : readable(fix.title);
  if (outcome.kind === "fixed") return `${paint("green", "fixed:")} ${title}`;
  if (fix === undefined) return `${paint("red", "no fix:")} this one needs a person`;
  if (outcome.kind === "found") return `${paint("green", "fix:")} ${title}`;
  const why =
    outcome.why ??
    (fix.safety === "unsafe"
      ? "the fix is not safe; --unsafe applies it"
      : "its place was taken by another fix");
  return `${paint("red", "left:")} ${readable(why)}`;
}

/** A path as a person would name it from here. */
export function shown(path: string, root: string): string {
  const short = relative(root, path);
  return short === "" || short.startsWith("..") ? path : short;
}

export function describePatch(patch: Patch, root: string, paint: Paint): string[] {
  const fixed = patch.fixed.map((finding) => describe(finding, { kind: "fixed" }, root, paint));
  return [...fixed, ...describeLeft(patch, root, paint)];
}

export function describeLeft({ left }: Patch, root: string, paint: Paint): string[] {
  return left.map(({ finding, why }) =>
    describe(finding, { kind: "left", ...(why !== undefined && { why }) }, root, paint),
  );
}

/** "3 findings", "1 file". */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** Says on standard error what is being checked, and for which OpenOCD. */
export function printHeader({ scope }: Work, { color, quiet }: { color: boolean; quiet?: boolean }): void {
  if (quiet) return;
  const { version, why } = scope.openocd;
  const here = paintFor(process.stderr, color)(
    "bold",
    shown(scope.kind === "file" ? scope.location : scope.root, process.cwd()),
  );
  console.error(`${here}: ${count(scope.configs.length, "config")} for OpenOCD ${version} (${why})\n`);
}

/** Says on standard error which configs OpenOCD refuses for reasons that no rule knows: all, or some of many. */
export function printRefused(
  { refused, isRefused }: Survey,
  { scope }: Work,
  { quiet }: { quiet?: boolean },
): void {
  const [first] = refused;
  if (first === undefined || (quiet && !isRefused)) return;
  if (!isRefused) {
    const some = `OpenOCD refuses ${refused.length} of ${scope.configs.length} configs when run alone`;
    console.error(`${some}, such as ${shown(first.config, scope.root)}; l5cfg-fix inspect says why`);
    return;
  }
  for (const { problem } of refused) console.error(describeProblem(problem, scope.root));
  const advice = first.problem.code === "file-not-found" ? "; -s names a folder to look for files in" : "";
  console.error(
    `OpenOCD refuses ${count(refused.length, "config")}, and no rule knows how to fix that${advice}.`,
  );
}

/** `file:line: message` */
export function describeProblem({ file, line, message }: Problem, root: string): string {
  return readable(`${shown(file, root)}:${line}: ${message}`);
}

/** "4 findings fixed in 2 files, 0 left." */
export function summary({ files, fixed, left }: Patch): string {
  if (fixed.length + left.length === 0) return "Nothing to fix.";
  return `${count(fixed.length, "finding")} fixed in ${count(files.length, "file")}, ${left.length} left.`;
}
