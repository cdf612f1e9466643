import type { Rule } from "./rule.ts";

/** `suppress` makes the findings of both rules when all runs of a config are merged. */
const nothing = (): [] => [];

export const suppressionUnused: Rule = {
  id: "suppression-unused",
  severity: "warning",
  title: "a suppression silences nothing",
  why:
    "A comment that silences a rule where the rule finds nothing would hide a fault that comes later, and tells readers of " +
    "one that is not there. Only configs that are checked themselves are judged, under all their transports; what a rule " +
    "finds may also depend on the version of OpenOCD.",
  check: nothing,
};

export const suppressionUnknown: Rule = {
  id: "suppression-unknown",
  severity: "warning",
  title: "a suppression names no rule, or does not say why",
  why:
    "A comment with a misspelt rule silences nothing. One without a reason (`-- why`) leaves whoever reads it next to guess " +
    "whether it is still needed.",
  check: nothing,
};
