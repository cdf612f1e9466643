import { defaultOpenOcd } from "../../openocd/version.ts";
import { modelReport } from "../../report/json.ts";
import { folded } from "../../report/text/folded.ts";
import { type Explanation, explanations } from "../../rules/examples/index.ts";
import type { Rule } from "../../rules/rule.ts";
import { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { ExplainOptions } from "./options.ts";

/** Prints why a rule matters, with an example. */
export function explainRule(
  terminal: Terminal,
  rule: Rule,
  { format }: Pick<ExplainOptions, "format">,
): number {
  const explanation = explanations[rule.id]!;
  if (format === "json") terminal.write(modelReport(explainJson(rule, explanation)));
  else terminal.print(explainText(rule, explanation));
  return ExitCode.Ok;
}

function explainJson({ id, severity, title, why }: Rule, { versions, example }: Explanation): object {
  return { rule: { id, severity, title, why, versions, example } };
}

function explainText({ id, severity, title, why }: Rule, { versions, example }: Explanation): string {
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
