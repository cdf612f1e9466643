/** Why a rule matters, with an example. */

import { defaultOpenOcd } from "../openocd/version.ts";
import type { Explanation } from "../rules/examples/index.ts";
import type { Rule } from "../rules/rule.ts";
import { folded } from "./text/folded.ts";

export function ruleJson({ id, severity, title, why }: Rule, { versions, example }: Explanation): object {
  return { rule: { id, severity, title, why, versions, example } };
}

export function ruleText({ id, severity, title, why }: Rule, { versions, example }: Explanation): string {
  const { before, after, openocd = defaultOpenOcd, transports } = example;
  const under = transports === undefined ? "" : `, ${transports.join(", ")}`;
  return [
    `${id} (${severity}): ${title}`,
    "",
    ...folded(why, WIDTH),
    "",
    ...folded(`Versions of OpenOCD: ${versions}.`, WIDTH),
    "",
    `Before (OpenOCD ${openocd}${under}):`,
    "",
    ...indented(before),
    "",
    ...(after === undefined
      ? ["There is no automatic fix: what to write instead depends on the board."]
      : ["After:", "", ...indented(after)]),
    "",
    "To silence it, with the reason:",
    "",
    `    # l5cfg-fix disable-next-line ${id} -- why`,
  ].join("\n");
}

const WIDTH = 90;

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
}
