import { withLock } from "../../files/lock.ts";
import { exists } from "../../files/stat.ts";
import { recoverAll } from "../../inplace/recover.ts";
import { journalsAt, type Restored, restoreIn } from "../../inplace/restore.ts";
import { jsonText, reportHead } from "../../report/json.ts";
import { count, shown } from "../../report/text.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { readable } from "../terminal/readable.ts";
import { describeRecovery, sayWaiting } from "./recovery-text.ts";

export interface RestoreOptions {
  force?: boolean;
  format: "text" | "json";
}

/** `l5cfg-fix restore PATH`: brings back what was there before `--in-place`. Throws WriteError where that cannot be. */
export function restore(path: string, { force = false, format }: RestoreOptions): number {
  const roots = journalsAt(path);
  const { recoveries, restored } = withLock(
    roots,
    () => ({
      recoveries: recoverAll(roots),
      restored: roots.map((root) => restoreIn(root, path, { force })),
    }),
    { onWait: sayWaiting },
  );
  if (restored.every(({ files }) => files.length === 0) && !exists(path)) {
    throw new UsageError(`${path} does not exist, and nothing of that name was patched in place`);
  }
  if (format === "json") {
    console.log(jsonText({ ...reportHead, path, recoveries, restored }));
    return ExitCode.Ok;
  }
  for (const recovery of recoveries) console.error(`${describeRecovery(recovery)}\n`);
  console.log(readable(described(path, restored)));
  return ExitCode.Ok;
}

function described(path: string, restored: readonly Restored[]): string {
  const files = restored.flatMap((one) => one.files);
  if (files.length === 0) return `Nothing to restore: no file of ${path} is patched in place.`;
  const asides = restored.flatMap((one) => one.asides);
  return [
    ...files.map((file) => shown(file, process.cwd())),
    "",
    `${count(files.length, "file")} as before l5cfg-fix.`,
    ...asides.map((file) => `The changed one is kept: ${shown(file, process.cwd())}`),
  ].join("\n");
}
