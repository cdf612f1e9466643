import { defaultOpenOcd } from "../openocd/load.ts";
import { type Explanation, explanations } from "../rules/examples/index.ts";
import { rules } from "../rules/index.ts";
import { nearest } from "../rules/nearest.ts";
import type { Rule } from "../rules/rule.ts";
import { listed } from "../rules/words.ts";
import { version } from "../version.ts";
import { UsageError } from "./errors.ts";
import { ExitCode } from "./exit-codes.ts";
import { jsonText } from "./report-json.ts";

export interface ExplainOptions {
  format: "text" | "json";
}

/** `l5cfg-fix explain RULE`: prints why a rule matters, with an example. Throws UsageError for a name that is no rule. */
export function explain(id: string, { format }: ExplainOptions): number {
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) throw new UsageError(unknown(id));
  const explanation = explanations[id]!;
  console.log(format === "json" ? jsonText(explainJson(rule, explanation)) : explainText(rule, explanation));
  return ExitCode.Ok;
}

function unknown(id: string): string {
  const names = rules.map((one) => one.id);
  const near = nearest(id, names, Number.POSITIVE_INFINITY);
  const meant =
    near.length > 0 ? near : names.filter((name) => id.split("-").some((part) => name.includes(part)));
  const what = meant.length > 0 ? `; there is ${listed(meant)}` : "";
  return `explain ${id}: no rule has that name${what}; l5cfg-fix rules lists them`;
}

function explainJson({ id, severity, title, why }: Rule, { versions, example }: Explanation): object {
  return { tool: `l5cfg-fix ${version}`, schema: 1, rule: { id, severity, title, why, versions, example } };
}

function explainText({ id, severity, title, why }: Rule, { versions, example }: Explanation): string {
  const { before, after, openocd = defaultOpenOcd, transports } = example;
  const under = transports === undefined ? "" : `, ${transports.join(", ")}`;
  return [
    `${id} (${severity}): ${title}`,
    "",
    ...folded(why),
    "",
    ...folded(`Versions of OpenOCD: ${versions}.`),
    "",
    `Before (OpenOCD ${openocd}${under}):`,
    "",
    ...indented(before),
    "",
    ...(after === undefined
      ? ["What to write instead only a person can tell."]
      : ["After:", "", ...indented(after)]),
    "",
    "To silence it, with the reason:",
    "",
    `    # l5cfg-fix disable-next-line ${id} -- why`,
  ].join("\n");
}

const WIDTH = 90;

/** Lines of no more than so many characters, broken between words. */
function folded(text: string): string[] {
  const all: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > WIDTH) {
      all.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...all, line];
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
}
