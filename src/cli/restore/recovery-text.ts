import { join } from "node:path";
import { lexists } from "../../files/stat.ts";
import { readJournal, underWay } from "../../inplace/journal.ts";
import type { Recovery } from "../../inplace/recover.ts";
import { freshName } from "../../inplace/sidecar-names.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { count } from "../../report/count.ts";
import { printable } from "../../report/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What was done about a run that had been cut short, in one line. */
export function recoveryText({ root, patched, undone, restored, foreign }: Recovery): string {
  const done = [
    ...(patched.length > 0 ? [`${count(patched.length, "file")} patched`] : []),
    ...(undone.length > 0 ? [`${count(undone.length, "file")} left as before`] : []),
    ...(restored.length > 0 ? [`${count(restored.length, "original")} brought back`] : []),
    ...(foreign.length > 0
      ? [
          `left alone, as changed by another program since: ${foreign.map((name) => printable(name)).join(", ")}`,
        ]
      : []),
  ];
  return `An earlier run in ${printable(root)} had been cut short, and is finished now: ${done.join("; ")}.`;
}

/** Says that a run in a folder was cut short, without doing anything about it. */
export function sayUnfinished(terminal: Terminal, root: string): void {
  const left = underWay(readJournal(root));
  if (left.length === 0) return;
  const staged = left.filter(({ path }) => lexists(freshName(join(root, path)))).length;
  terminal.say(
    `An --in-place run in ${printable(root)} was cut short: ${count(left.length, "file")} not finished, ${staged} of them not touched yet. No file is torn; ${ownCommand(["--in-place", root])} completes it, ${ownCommand(["restore", root])} takes it back.\n`,
  );
}

/** Says for whom a run waits. */
export function sayWaiting(terminal: Terminal): (who: string) => void {
  return (who) => terminal.say(`Waiting for another l5cfg-fix (${printable(who)}) …`);
}
