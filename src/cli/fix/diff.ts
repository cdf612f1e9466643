import { relative, resolve } from "node:path";
import { fixJob, type PatchedFile } from "../../check/fix.ts";
import { unifiedDiff } from "../../edit/diff.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { fileJson, patchJson, printJson } from "../../report/json.ts";
import { describeLeft, printRefused, shown } from "../../report/text.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { survey } from "../paths/survey.ts";
import type { Work } from "../paths/work.ts";
import { paintFor } from "../terminal/colours.ts";
import type { FixCommandOptions } from "./fix.ts";

/** `--diff`: prints a patch for `git apply` and `patch -p1`, and tells on standard error what it does not fix. */
export function diff(work: readonly Work[], options: FixCommandOptions): number {
  const { unsafe = false, format, color, quiet } = options;
  const results = work.map((one) => {
    const patch = fixJob(one.job, { unsafe, fs: one.fs });
    return { one, patch, after: survey(one, patch.files) };
  });
  const files = distinct(results.flatMap(({ patch }) => patch.files));
  const base = baseOf(files, work);
  if (format === "json") {
    printJson(
      results.map(({ one, patch, after }) => ({
        ...patchJson(one, patch, after),
        files: patch.files.map((file) => ({ ...fileJson(file), diff: diffOf([file], base) })),
      })),
    );
  } else {
    process.stdout.write(Buffer.from(diffOf(files, base), "latin1"));
    const paint = paintFor(process.stderr, color);
    for (const { one, patch, after } of results) {
      for (const text of describeLeft(patch, one.scope.root, paint)) console.error(`${text}\n`);
      printRefused(after, one, options);
    }
    if (!quiet && files.length > 0 && base !== process.cwd()) console.error(whereFrom(base));
  }
  return results.every(({ patch, after }) => patch.left.length === 0 && !after.isRefused)
    ? ExitCode.Ok
    : ExitCode.Findings;
}

/** Where the names in a patch are from, and what applies it there: Windows has no `patch` of its own. */
export function whereFrom(base: string, platform: NodeJS.Platform = process.platform): string {
  const argv = platform === "win32" ? ["git", "-C", base, "apply"] : ["patch", "-p1", "-d", base];
  return `The names are from ${base}: ${shellQuote(argv, platform)}`;
}

/** Each file once. Throws UsageError where two of the paths given want different things of it. */
function distinct(files: readonly PatchedFile[]): PatchedFile[] {
  const byPath = new Map<string, PatchedFile>();
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

/** The folder that the names in a patch are from: this one, else the scripts folder, else the root of all. */
export function baseOf(files: readonly PatchedFile[], work: readonly Work[]): string {
  const folders = [process.cwd(), ...work.map(({ scope }) => scope.root)];
  return folders.find((folder) => files.every(({ path }) => shown(path, folder) !== path)) ?? resolve("/");
}

/** What a patch changes, as text. */
export function diffOf(files: readonly PatchedFile[], base: string): string {
  return unifiedDiff(
    files.map(({ path, before, after }) => ({
      name: relative(base, path).replaceAll("\\", "/"),
      before,
      after,
    })),
  );
}
