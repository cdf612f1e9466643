import { resolve } from "node:path";
import { withLock } from "../../files/lock.ts";
import { exists, lexists } from "../../files/stat.ts";
import { journalFoldersOf, reachOf } from "../../inplace/reach.ts";
import { recoverAll } from "../../inplace/recover.ts";
import { type Restored, restoreIn, unknownBackups } from "../../inplace/restore.ts";
import { count } from "../../report/count.ts";
import { modelReport } from "../../report/json.ts";
import { pathName } from "../../report/path-name.ts";
import { printable } from "../../report/printable.ts";
import { ExitCode } from "../exit-codes.ts";
import type { OutputOptions, Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { recoveryText, sayWaiting } from "./recovery-text.ts";

export interface RestoreOptions extends OutputOptions {
  force?: boolean;
  format: "text" | "json";
}

/** `l5cfg-fix restore PATH`: brings back what was there before `--in-place`. Throws WriteError where that cannot be. */
export function restore(terminal: Terminal, path: string, { force = false, format }: RestoreOptions): number {
  const reach = reachOf(resolve(terminal.cwd, path));
  const roots = journalFoldersOf(reach);
  const { recoveries, restored } = withLock(
    roots,
    () => ({
      recoveries: recoverAll(roots),
      restored: roots.map((root) => restoreIn(root, path, { force, reach })),
    }),
    { onWait: sayWaiting(terminal) },
  );
  if (restored.every(({ files }) => files.length === 0) && !exists(path)) {
    throw new UsageError(`${path} does not exist, and nothing of that name was patched in place`);
  }
  const backups = unknownBackups(roots, reach).filter((backup) => lexists(backup));
  if (format === "json") {
    terminal.write(modelReport({ path, recoveries, restored, backups }));
    return ExitCode.Ok;
  }
  for (const recovery of recoveries) terminal.say(`${recoveryText(recovery)}\n`);
  terminal.print(restoredText(path, restored, terminal.cwd));
  for (const backup of backups) {
    const name = pathName(backup, terminal.cwd);
    terminal.say(
      `note: ${name} is a backup that no journal knows; to bring it back, move it to the name that it was made of`,
    );
  }
  return ExitCode.Ok;
}

function restoredText(path: string, restored: readonly Restored[], cwd: string): string {
  const files = restored.flatMap((one) => one.files);
  if (files.length === 0) return `Nothing to restore: no file of ${printable(path)} is patched in place.`;
  const asides = restored.flatMap((one) => one.asides);
  return [
    ...files.map((file) => pathName(file, cwd)),
    "",
    `${count(files.length, "file")} as before l5cfg-fix.`,
    ...asides.map((file) => `The changed one is kept: ${pathName(file, cwd)}`),
  ].join("\n");
}
