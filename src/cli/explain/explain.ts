import { diskFiles } from "../../files/disk-files.ts";
import { rules } from "../../rules/index.ts";
import { listed } from "../../rules/message-text.ts";
import { nearest } from "../../rules/nearest.ts";
import { stdinWord } from "../input/stdin.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { ExplainOptions } from "./options.ts";

/** `l5cfg-fix explain RULE|LOG`: a rule's id, or a log of OpenOCD's. Throws UsageError for what is neither. */
export async function explain(terminal: Terminal, what: string, options: ExplainOptions): Promise<number> {
  const rule = rules.find(({ id }) => id === what);
  if (rule !== undefined) return (await import("./rule.ts")).explainRule(terminal, rule, options);
  const kind = diskFiles.kind(what);
  if (what === stdinWord || kind === "file")
    return (await import("./log.ts")).explainLogFile(terminal, what, options);
  throw new UsageError(kind === undefined ? neither(what) : `explain ${what}: that is no log but a ${kind}`);
}

function neither(what: string): string {
  if (/[./\\]/.test(what)) return `explain ${what}: no such file`;
  const names = rules.map(({ id }) => id);
  const near = nearest(what, names, Number.POSITIVE_INFINITY);
  const meant =
    near.length > 0 ? near : names.filter((name) => what.split("-").some((part) => name.includes(part)));
  const guess = meant.length > 0 ? `; there is ${listed(meant)}` : "";
  return `explain ${what}: no rule and no file has that name${guess}; l5cfg-fix rules lists them`;
}
