import { modelReport } from "../../report/json.ts";
import { ruleJson, ruleText } from "../../report/rule-report.ts";
import { explanations } from "../../rules/examples/index.ts";
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
  if (format === "json") terminal.write(modelReport(ruleJson(rule, explanation)));
  else terminal.print(ruleText(rule, explanation));
  return ExitCode.Ok;
}
