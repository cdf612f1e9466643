import { ownCommand } from "../../overlay/shell-quote.ts";
import type { Stale } from "../../overlay/staleness.ts";
import { pathName } from "../path-name.ts";
import { printable } from "../printable.ts";

const REASONS: Readonly<Record<Stale["what"], string>> = {
  "original-changed": "was changed after the overlay was made from it",
  "original-gone": "is gone; the overlay was made from it",
  "copy-changed": "was changed after l5cfg-fix wrote it (a refresh keeps it beside the new one)",
  "copy-gone": "is gone from the overlay",
  "plugin-newer": "is newer than the plugin that the overlay was made for",
};

/** Why an overlay is out of date, and what to do. */
export function staleText(path: string, stale: readonly Stale[], cwd: string): string {
  const lines = stale.map(({ what, file }) => `${pathName(file, cwd)} ${REASONS[what]}`);
  const refresh = ownCommand(["--refresh", path]);
  return [...lines, `${printable(path)} is out of date; make it again with ${refresh}`].join("\n");
}
