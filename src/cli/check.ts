import { paintFor } from "./colours.ts";
import { ExitCode } from "./exit-codes.ts";
import type { MendOptions } from "./mend.ts";
import { findingJson, headJson, printJson, refusalJson } from "./report-json.ts";
import { count, describe, printHeader, printRefused } from "./report-text.ts";
import { type Survey, survey } from "./survey.ts";
import type { Work } from "./work.ts";

/** `--check`: reports what is found, and changes nothing. */
export function check(work: readonly Work[], options: MendOptions): number {
  const results = work.map((one) => ({ one, ...survey(one) }));
  if (options.format === "json") {
    printJson(
      results.map(({ one, findings, refused }) => ({
        ...headJson(one),
        findings: findings.map(findingJson),
        refused: refused.map(refusalJson),
      })),
    );
  } else print(results, options);
  return results.every(isFine) ? ExitCode.Ok : ExitCode.Findings;
}

interface Result extends Survey {
  one: Work;
}

function isFine({ findings, isRefused }: Result): boolean {
  return findings.length === 0 && !isRefused;
}

function print(results: readonly Result[], options: MendOptions): void {
  const paint = paintFor(process.stdout, options.color);
  for (const { one, ...seen } of results) {
    const { root } = one.scope;
    printHeader(one, options);
    for (const finding of seen.findings)
      console.log(`${describe(finding, { kind: "found" }, root, paint)}\n`);
    printRefused(seen, one, options);
  }
  if (options.quiet) return;
  const total = results.reduce((sum, { findings }) => sum + findings.length, 0);
  if (results.every(isFine)) console.error("Nothing to mend.");
  else if (total > 0) console.error(`${count(total, "finding")}.`);
}
