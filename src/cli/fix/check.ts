import type { CheckResult } from "../../check/result.ts";
import { isForPrograms } from "../../report/formats.ts";
import { checkJson, resultsReport } from "../../report/json.ts";
import { isClean, isFault } from "../../report/result.ts";
import { checkSummary, headerText } from "../../report/text/check-text.ts";
import { findingText } from "../../report/text/finding-text.ts";
import { remarkTexts } from "../../report/text/remarks-text.ts";
import { staleText } from "../../report/text/stale-text.ts";
import { ExitCode } from "../exit-codes.ts";
import type { Work } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { checked } from "./engine.ts";
import type { FixCommandOptions } from "./options.ts";
import { writeForPrograms } from "./program-report.ts";
import { sayParts } from "./say-parts.ts";

/** `--check`: reports what is found, and changes nothing. */
export async function checkOnly(
  terminal: Terminal,
  all: readonly Work[],
  options: FixCommandOptions,
): Promise<number> {
  const results: Checked[] = [];
  for (const work of all) results.push({ result: await checked(terminal, work, options), stale: work.stale });
  if (isForPrograms(options.format)) {
    await writeForPrograms(
      terminal,
      results.map(({ result }) => result),
      options.format,
    );
  } else if (options.format === "json") {
    terminal.write(resultsReport(results.map(({ result, stale }) => checkJson(result, stale))));
  } else print(terminal, results, options);
  return results.every(isFine) ? ExitCode.Ok : ExitCode.Findings;
}

type Checked = { result: CheckResult } & Pick<Work, "stale">;

function isFine({ result, stale }: Checked): boolean {
  return isClean(result) && stale.length === 0;
}

function print(terminal: Terminal, results: readonly Checked[], { quiet }: FixCommandOptions): void {
  for (const { result, stale } of results) {
    const { path } = result.project;
    if (!quiet) terminal.say(headerText(result, terminal.cwd));
    if (stale.length > 0) terminal.say(`${staleText(path, stale, terminal.cwd)}\n`);
    for (const finding of result.findings.filter(isFault))
      terminal.print(`${findingText(finding, { kind: "found" }, terminal.cwd)}\n`);
    if (!quiet) for (const remark of remarkTexts(result, terminal.cwd)) terminal.say(remark);
    sayParts(terminal, result, { quiet });
  }
  const isStale = results.some(({ stale }) => stale.length > 0);
  const summary = checkSummary(results.map(({ result }) => result));
  if (!quiet && summary !== undefined && !(isStale && summary === "Nothing to fix.")) terminal.say(summary);
}
