import { rules } from "./index.ts";
import type { Rule } from "./rule.ts";

/** The ids of all rules. Rules about faults that keep a config from being read come first. */
export const ruleIds = [
  "syntax-error",
  "source-missing",
  "variable-unset",
  "source-not-found",
  "swj-newdap-recursion",
  "swj-newdap-transport",
  "command-unknown",
  "expr-words",
  "dollar-missing",
  "adapter-unknown",
  "adapter-too-late",
  "transport-too-late",
  "transport-not-selected",
  "init-required",
  "variable-too-late",
  "comment-in-command",
  "byte-order-mark",
  "backslash-in-path",
  "rtos-unknown",
  "option-unknown",
  "transport-unsupported",
  "event-unknown",
  "reset-config-unknown",
  "flash-driver-unknown",
  "chip-unsupported",
  "created-twice",
  "tap-missing",
  "dap-missing",
  "target-type-unknown",
  "dap-required",
  "dap-unsupported",
  "target-missing",
  "flash-bank-missing",
  "flash-bank-address",
  "work-area-missing",
  "work-area-outside-ram",
  "dap-command-under-hla",
  "config-refused",
  "model-differs",
  "deprecated",
  "suppression-unused",
  "suppression-unknown",
] as const;

/** The id of a rule. */
export type RuleId = (typeof ruleIds)[number];

/** A rule's documentation: what it finds, in a few words, and why it matters. */
export type RuleText = Pick<Rule, "severity" | "title" | "why"> & { id: RuleId };

/**
 * All rules, for reports and editors.
 *
 * @example
 * ```ts
 * import { ruleTexts } from "l5cfg-fix";
 *
 * console.log(ruleTexts[0]?.id, ruleTexts[0]?.title); // prints syntax-error a script that is not Tcl
 * ```
 */
export const ruleTexts: readonly RuleText[] = rules.map(({ id, severity, title, why }) => ({
  id: id as RuleId,
  severity,
  title,
  why,
}));
