import { unifiedDiff } from "../edit/diff.ts";
import { fixJob, type Patch, type PatchedFile } from "../mend/fix.ts";
import { paintFor } from "./colours.ts";
import { ExitCode } from "./exit-codes.ts";
import type { MendOptions } from "./mend.ts";
import { refusal } from "./refusal.ts";
import { fileJson, patchJson, printJson } from "./report-json.ts";
import { describeLeft, describeRefusal, shown } from "./report-text.ts";
import type { Work } from "./work.ts";

/** `--diff`: prints a patch for `git apply` and `patch -p1`, and tells on standard error what it does not mend. */
export function diff(work: readonly Work[], options: MendOptions): number {
  const { unsafe = false } = options;
  const results = work.map((one) => {
    const patch = fixJob(one.job, { unsafe, fs: one.fs });
    return { one, patch, refused: refusal(one, patch.files) };
  });
  if (options.format === "json") {
    printJson(
      results.map(({ one, patch, refused }) => ({
        ...patchJson(one, patch, refused),
        files: patch.files.map((file) => ({ ...fileJson(file), diff: diffOf([file], one) })),
      })),
    );
  } else {
    for (const { one, patch } of results)
      process.stdout.write(Buffer.from(diffOf(patch.files, one), "latin1"));
    for (const { one, patch, refused } of results) {
      for (const text of describeLeft(patch, one.scope.root, paintFor(process.stderr, options.color)))
        console.error(`${text}\n`);
      if (refused) console.error(describeRefusal(refused, one.scope.root));
    }
  }
  return results.every(({ patch, refused }) => isAll(patch) && !refused) ? ExitCode.Ok : ExitCode.Findings;
}

function isAll({ left }: Patch): boolean {
  return left.length === 0;
}

function diffOf(files: readonly PatchedFile[], { scope }: Work): string {
  return unifiedDiff(
    files.map(({ path, before, after }) => ({ name: patchName(path, scope.root), before, after })),
  );
}

/** A name in a patch: from the working directory where the file lies below it, else from the scripts folder. */
function patchName(path: string, root: string): string {
  const here = shown(path, process.cwd());
  return (here === path ? shown(path, root) : here).replaceAll("\\", "/").replace(/^\/+/, "");
}
