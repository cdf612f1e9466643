import { findingJson, headJson, printJson, refusalJson } from "../../report/json.ts";
import { isForPrograms, printForPrograms } from "../../report/report.ts";
import { printStale } from "../../report/stale-text.ts";
import { count, describe, printHeader, printRefused } from "../../report/text.ts";
import { ExitCode } from "../exit-codes.ts";
import { survey } from "../paths/survey.ts";
import type { Surveyed } from "../paths/surveyed.ts";
import type { Work } from "../paths/work.ts";
import { paintFor } from "../terminal/colours.ts";
import type { FixCommandOptions } from "./fix.ts";

/** `--check`: reports what is found, and changes nothing. */
export async function check(all: readonly Work[], options: FixCommandOptions): Promise<number> {
  const results = all.map((work) => ({ work, ...survey(work) }));
  if (isForPrograms(options.format)) await printForPrograms(results, options.format);
  else if (options.format === "json") {
    printJson(
      results.map(({ work, findings, refused }) => ({
        ...headJson(work),
        findings: findings.map(findingJson),
        refused: refused.map(refusalJson),
      })),
    );
  } else print(results, options);
  return results.every(isFine) ? ExitCode.Ok : ExitCode.Findings;
}

function isFine({ work, findings, isRefused }: Surveyed): boolean {
  return findings.length === 0 && !isRefused && work.stale.length === 0;
}

function print(results: readonly Surveyed[], options: FixCommandOptions): void {
  const paint = paintFor(process.stdout, options.color);
  for (const { work, ...seen } of results) {
    const { root } = work.scope;
    printHeader(work, options);
    printStale(work);
    for (const finding of seen.findings)
      console.log(`${describe(finding, { kind: "found" }, root, paint)}\n`);
    printRefused(seen, work, options);
  }
  if (options.quiet) return;
  const total = results.reduce((sum, { findings }) => sum + findings.length, 0);
  if (results.every(isFine)) console.error("Nothing to fix.");
  else if (total > 0) console.error(`${count(total, "finding")}.`);
}
