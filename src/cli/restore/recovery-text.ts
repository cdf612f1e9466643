import { join } from "node:path";
import { lexists } from "../../files/stat.ts";
import { readJournal, underWay } from "../../inplace/journal.ts";
import type { Recovery } from "../../inplace/recover.ts";
import { freshName } from "../../inplace/sidecar-names.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { count } from "../../report/text.ts";

/** What was done about a run that had been cut short, in one line. */
export function describeRecovery({ root, patched, undone, restored, foreign }: Recovery): string {
  const done = [
    ...(patched.length > 0 ? [`${count(patched.length, "file")} patched`] : []),
    ...(undone.length > 0 ? [`${count(undone.length, "file")} left as before`] : []),
    ...(restored.length > 0 ? [`${count(restored.length, "original")} brought back`] : []),
    ...(foreign.length > 0 ? [`left alone, as changed by another program since: ${foreign.join(", ")}`] : []),
  ];
  return `An earlier run in ${root} had been cut short; it is at an end now: ${done.join("; ")}.`;
}

/** Says on standard error that a run in a folder was cut short, without doing anything about it. */
export function noticeUnfinished(root: string): void {
  const left = underWay(readJournal(root));
  if (left.length === 0) return;
  const staged = left.filter(({ path }) => lexists(freshName(join(root, path)))).length;
  console.error(
    `An --in-place run in ${root} was cut short: ${count(left.length, "file")} not done with, ${staged} of them not touched yet. No file is torn; ${ownCommand(["--in-place", root])} completes it, ${ownCommand(["restore", root])} takes it back.\n`,
  );
}

export function sayWaiting(who: string): void {
  console.error(`Waiting for another l5cfg-fix (${who}) …`);
}
