import { fixJob } from "../../check/fix.ts";
import { checkedPage } from "../../report/html/checked.ts";
import { writePage } from "../../report/page-file.ts";
import { count } from "../../report/text.ts";
import { version } from "../../version.ts";
import { ExitCode } from "../exit-codes.ts";
import { survey } from "../paths/survey.ts";
import type { Work } from "../paths/work.ts";
import type { FixCommandOptions } from "./fix.ts";

/** `--html FILE`: writes a page with what a check finds, before and after fixing; no config is touched. */
export function checkHtml(work: readonly Work[], file: string, options: FixCommandOptions): number {
  const { unsafe = false, quiet } = options;
  const results = work.map((one) => {
    const patch = fixJob(one.job, { unsafe, fs: one.fs });
    const { refused, isRefused } = survey(one, patch.files);
    const { scope, path } = one;
    const { version: openocd, why } = scope.openocd;
    const named = refused.map(({ config, problem }) => ({ config, message: problem.message }));
    const shown = { path, root: scope.root, openocd, why, configs: scope.configs.length, patch };
    return { ...shown, refused: isRefused ? named : [], isRefused };
  });
  writePage(file, checkedPage(results, `l5cfg-fix ${version}`));
  const findings = results.reduce((sum, { patch }) => sum + patch.fixed.length + patch.left.length, 0);
  if (!quiet) console.error(`${count(findings, "finding")}; the page is ${file}.`);
  return findings === 0 && results.every(({ isRefused }) => !isRefused) ? ExitCode.Ok : ExitCode.Findings;
}
