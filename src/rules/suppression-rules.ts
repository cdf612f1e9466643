import type { Rule } from "./rule.ts";

/** `suppress` makes the findings of both rules when all runs of a config are merged. */
const nothing = (): [] => [];

export const suppressionUnused: Rule = {
  id: "suppression-unused",
  severity: "warning",
  title: "a suppression silences nothing",
  why:
    "A comment that suppresses a rule where the rule finds nothing can hide a later fault, and misleads readers. Only " +
    "configs that are checked themselves are judged, under all their transports. The findings of a rule may also depend " +
    "on the version of OpenOCD.",
  check: nothing,
};

export const suppressionUnknown: Rule = {
  id: "suppression-unknown",
  severity: "warning",
  title: "a suppression names no rule, or does not say why",
  why:
    "A comment with a misspelt rule suppresses nothing. Without a reason (`-- why`) the next reader cannot know whether the " +
    "comment is still needed.",
  check: nothing,
};
