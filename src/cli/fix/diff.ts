import type { FixedFile, FixResult } from "../../check/result.ts";
import { fixJson, resultsReport } from "../../report/json.ts";
import { isFault } from "../../report/result.ts";
import { omittedNote } from "../../report/text/check-text.ts";
import { leftText } from "../../report/text/finding-text.ts";
import type { Work } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { fixed } from "./engine.ts";
import type { FixCommandOptions } from "./options.ts";
import { diffOf, patchFolder, whereFrom } from "./patch-folder.ts";
import { sayParts } from "./say-parts.ts";
import { statusOf } from "./verdict.ts";

/** `--diff`: prints a patch for `git apply` and `patch -p1`, and on standard error what it does not fix. */
export async function diff(
  terminal: Terminal,
  work: readonly Work[],
  options: FixCommandOptions,
): Promise<number> {
  const { format, quiet } = options;
  const results: ({ result: FixResult } & Pick<Work, "stale">)[] = [];
  for (const one of work) results.push({ result: await fixed(terminal, one, options), stale: one.stale });
  const files = distinct(results.flatMap(({ result }) => result.files));
  const roots = work.map(({ project }) => project.root);
  const base = patchFolder(files, [terminal.cwd, ...roots]);
  if (format === "json") {
    terminal.write(
      resultsReport(
        results.map(({ result, stale }) => fixJson(result, stale, { diff: (file) => diffOf([file], base) })),
      ),
    );
  } else {
    terminal.writeBytes(diffOf(files, base));
    for (const { result } of results) {
      for (const finding of result.left.filter(isFault)) terminal.say(`${leftText(finding, terminal.cwd)}\n`);
      const omitted = omittedNote(result);
      if (omitted !== undefined) terminal.say(omitted);
      sayParts(terminal, result, options);
    }
    if (!quiet && files.length > 0 && base !== terminal.cwd)
      terminal.say(whereFrom(base, terminal.system.platform));
  }
  return statusOf(
    results.map(({ result }) => result),
    options,
  );
}

/** Each file once. Throws UsageError where two of the paths given want different things of it. */
function distinct(files: readonly FixedFile[]): FixedFile[] {
  const byPath = new Map<string, FixedFile>();
  for (const file of files) {
    const known = byPath.get(file.path) ?? file;
    if (known.after !== file.after) {
      throw new UsageError(
        `${file.path} is fixed in two ways for these paths; run l5cfg-fix --diff once for each`,
      );
    }
    byPath.set(file.path, known);
  }
  return [...byPath.values()];
}
