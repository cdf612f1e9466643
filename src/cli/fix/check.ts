import type { CheckResult } from "../../check/result.ts";
import { isForPrograms } from "../../report/formats.ts";
import { checkJson, resultsReport } from "../../report/json.ts";
import { isFault } from "../../report/result.ts";
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
import { statusOf } from "./verdict.ts";

/** `--check`: reports what is found, and changes nothing. */
export async function checkOnly(
  terminal: Terminal,
  all: readonly Work[],
  options: FixCommandOptions,
): Promise<number> {
  const found: CheckResult[] = [];
  for (const work of all) found.push(await checked(terminal, work, options));
  const fresh =
    options.baseline === undefined
      ? found
      : (await import("./baseline.ts")).withoutKnown(terminal, found, options);
  const results: Checked[] = fresh.map((result, i) => ({ result, stale: all[i]!.stale }));
  if (isForPrograms(options.format)) {
    await writeForPrograms(
      terminal,
      results.map(({ result }) => result),
      options.format,
    );
  } else if (options.format === "json") {
    terminal.write(resultsReport(results.map(({ result, stale }) => checkJson(result, stale))));
  } else print(terminal, results, options);
  const isStale = results.some(({ stale }) => stale.length > 0);
  return isStale
    ? ExitCode.Findings
    : statusOf(
        results.map(({ result }) => result),
        options,
      );
}

type Checked = { result: CheckResult } & Pick<Work, "stale">;

function print(terminal: Terminal, checked: readonly Checked[], { quiet }: FixCommandOptions): void {
  const said = new Set<string>();
  for (const { result, stale } of checked) {
    const { path } = result.project;
    if (!quiet) terminal.say(headerText(result, terminal.cwd));
    if (stale.length > 0) terminal.say(`${staleText(path, stale, terminal.cwd)}\n`);
    for (const finding of result.findings.filter(isFault))
      terminal.print(`${findingText(finding, { kind: "found" }, terminal.cwd, said)}\n`);
    if (!quiet) for (const remark of remarkTexts(result, terminal.cwd)) terminal.say(remark);
    sayParts(terminal, result, { quiet });
  }
  const isStale = checked.some(({ stale }) => stale.length > 0);
  const summary = checkSummary(checked.map(({ result }) => result));
  if (!quiet && !(isStale && summary.startsWith("Nothing to fix."))) terminal.say(summary);
}
