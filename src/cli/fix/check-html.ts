import type { FixResult } from "../../check/result.ts";
import { count } from "../../report/count.ts";
import { checkedPage } from "../../report/html/checked-page.ts";
import { findingCount } from "../../report/result.ts";
import { version } from "../../version.ts";
import type { Work } from "../input/work.ts";
import { stdoutWord, writePage } from "../page-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { fixed } from "./engine.ts";
import type { FixCommandOptions } from "./options.ts";
import { statusOf } from "./verdict.ts";

/** `--html FILE`: writes a page with what a check finds, before and after fixing; no config is touched. */
export async function checkHtml(
  terminal: Terminal,
  work: readonly Work[],
  file: string,
  options: FixCommandOptions,
): Promise<number> {
  const { quiet } = options;
  const results: FixResult[] = [];
  for (const one of work) results.push(await fixed(terminal, one, options));
  writePage(terminal, file, checkedPage(results, `l5cfg-fix ${version}`));
  const findings = results.reduce((sum, result) => sum + findingCount(result), 0);
  const where = file === stdoutWord ? "" : `; the page is ${file}`;
  if (!quiet) terminal.say(`${count(findings, "finding")}${where}.`);
  return statusOf(results, options);
}
