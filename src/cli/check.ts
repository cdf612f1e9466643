import { checkJob } from "../mend/check.ts";
import { paintFor } from "./colours.ts";
import { ExitCode } from "./exit-codes.ts";
import type { MendOptions } from "./mend.ts";
import { refusal } from "./refusal.ts";
import { findingJson, headJson, printJson, problemJson } from "./report-json.ts";
import { count, describe, describeRefusal, printHeader } from "./report-text.ts";
import type { Work } from "./work.ts";

/** `--check`: reports what is found, and changes nothing. */
export function check(work: readonly Work[], options: MendOptions): number {
  const results = work.map((one) => {
    const findings = checkJob(one.job, one.fs);
    return { one, findings, refused: findings.length === 0 ? refusal(one) : undefined };
  });
  if (options.format === "json") {
    printJson(
      results.map(({ one, findings, refused }) => ({
        ...headJson(one),
        findings: findings.map(findingJson),
        ...(refused && { refused: problemJson(refused) }),
      })),
    );
  } else print(results, options);
  return results.every(isFine) ? ExitCode.Ok : ExitCode.Findings;
}

type Result = { one: Work; findings: ReturnType<typeof checkJob>; refused: ReturnType<typeof refusal> };

function isFine({ findings, refused }: Result): boolean {
  return findings.length === 0 && refused === undefined;
}

function print(results: readonly Result[], options: MendOptions): void {
  const paint = paintFor(process.stdout, options.color);
  for (const { one, findings, refused } of results) {
    printHeader(one, options);
    for (const finding of findings)
      console.log(`${describe(finding, { kind: "found" }, one.scope.root, paint)}\n`);
    if (refused) console.log(describeRefusal(refused, one.scope.root));
  }
  if (options.quiet) return;
  const total = results.reduce((sum, { findings }) => sum + findings.length, 0);
  if (results.every(isFine)) console.error("Nothing to mend.");
  else if (total > 0) console.error(`${count(total, "finding")}.`);
}
