import { diskFiles } from "../../files/disk-files.ts";
import { rules } from "../../rules/index.ts";
import { nearest } from "../../rules/nearest.ts";
import { listed } from "../../rules/words.ts";
import { UsageError } from "../errors.ts";
import { stdinWord } from "../paths/stdin.ts";

export interface ExplainOptions {
  /** Where the scripts are that a log names. */
  search: string[];
  format: "text" | "json";
  color: boolean;
}

/** `l5cfg-fix explain RULE|LOG`: a rule's id, or a log of OpenOCD's. Throws UsageError for what is neither. */
export async function explain(what: string, options: ExplainOptions): Promise<number> {
  const rule = rules.find(({ id }) => id === what);
  if (rule !== undefined) return (await import("./rule.ts")).explainRule(rule, options);
  const kind = diskFiles.kind(what);
  if (what === stdinWord || kind === "file") return (await import("./log.ts")).explainLogFile(what, options);
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
