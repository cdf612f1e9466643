import { fix } from "../../check/api.ts";
import { count } from "../../report/count.ts";
import { checkedPage } from "../../report/html/checked-page.ts";
import { findingCount } from "../../report/result.ts";
import { version } from "../../version.ts";
import { ExitCode } from "../exit-codes.ts";
import type { Work } from "../input/work.ts";
import { writePage } from "../page-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { FixCommandOptions } from "./options.ts";

/** `--html FILE`: writes a page with what a check finds, before and after fixing; no config is touched. */
export function checkHtml(
  terminal: Terminal,
  work: readonly Work[],
  file: string,
  { unsafe = false, quiet }: FixCommandOptions,
): number {
  const results = work.map(({ project, options }) => fix(project, { ...options, unsafe }));
  writePage(terminal, file, checkedPage(results, `l5cfg-fix ${version}`));
  const findings = results.reduce((sum, result) => sum + findingCount(result), 0);
  if (!quiet) terminal.say(`${count(findings, "finding")}; the page is ${file}.`);
  return findings === 0 ? ExitCode.Ok : ExitCode.Findings;
}
