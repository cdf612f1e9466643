import { writeFileSync } from "node:fs";
import path, { dirname, resolve } from "node:path";
import type { CheckResult } from "../../check/result.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { decoded } from "../../files/file-names.ts";
import { systemPath } from "../../files/system-path.ts";
import { baselineText, KnownFindings, parseBaseline } from "../../project/baseline.ts";
import { count } from "../../report/count.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";

/** The options of a baseline. */
export interface BaselineOptions {
  /** The file that knows the findings which are not reported. */
  baseline?: string;
  /** Writes that file as the findings are now. */
  updateBaseline?: boolean;
}

/** A result without the findings that a baseline knows, and how many those are. */
export type NewResult = CheckResult & { known?: number };

/** The results without what the baseline knows; or, to update it, without anything. Throws UsageError. */
export function withoutKnown(
  terminal: Terminal,
  results: readonly CheckResult[],
  { baseline: name, updateBaseline = false }: BaselineOptions,
): NewResult[] {
  if (name === undefined) return [...results];
  const file = resolve(terminal.cwd, name);
  const place = { folder: dirname(file), path };
  const text = diskFiles.read(file);
  if (text === undefined && !updateBaseline)
    throw new UsageError(`--baseline ${name} does not exist; --update-baseline writes it`);
  const known = text === undefined ? undefined : parseBaseline(decoded(text));
  if (known !== undefined && !("value" in known)) throw new UsageError(`--baseline ${name} ${known.why}`);
  if (updateBaseline) {
    const findings = results.flatMap((result) => result.findings);
    if (results.some(({ omitted }) => omitted > 0))
      throw new UsageError(
        "there are more findings than are listed; check parts of the project, each with a baseline",
      );
    writeFileSync(systemPath(file), baselineText(findings, place));
    terminal.note(`l5cfg-fix: ${name} knows ${count(findings.length, "finding")} now.`);
    return results.map((result) => ({ ...result, findings: [] }));
  }
  const all = new KnownFindings(known!.value, place);
  const left = results.map((result) => {
    const findings = all.without(result.findings);
    return { ...result, findings, known: result.findings.length - findings.length };
  });
  const hidden = left.reduce((sum, one) => sum + one.known, 0);
  const gone =
    all.gone === 0 ? "" : `; ${count(all.gone, "finding")} of it gone, which --update-baseline takes out`;
  if (hidden + all.gone > 0)
    terminal.note(`l5cfg-fix: ${count(hidden, "finding")} of ${name} not listed${gone}.`);
  return left;
}
