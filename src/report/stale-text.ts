import type { Work } from "../cli/paths/work.ts";
import { readable } from "../cli/terminal/readable.ts";
import { ownCommand } from "../overlay/shell-quote.ts";
import type { Stale } from "../overlay/staleness.ts";
import { shown } from "./text.ts";

const SAID: Readonly<Record<Stale["what"], string>> = {
  "original-changed": "was changed since the overlay was made from it",
  "original-gone": "is gone; the overlay was made from it",
  "copy-changed": "was changed since l5cfg-fix wrote it (a refresh keeps it beside the new one)",
  "copy-gone": "is gone from the overlay",
  "plugin-newer": "is newer than the plugin that the overlay was made for",
};

/** Says on standard error why an overlay is out of date, and what to do. */
export function printStale({ path, stale }: Work): void {
  if (stale.length > 0) console.error(`${staleText(path, stale)}\n`);
}

/** Why an overlay is out of date, and what to do. */
export function staleText(path: string, stale: readonly Stale[]): string {
  const each = stale.map(({ what, file }) => `${shown(file, process.cwd())} ${SAID[what]}`);
  const anew = ownCommand(["--refresh", path]);
  return readable([...each, `${path} is out of date: ${anew} makes it anew.`].join("\n"));
}
