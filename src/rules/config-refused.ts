import type { Rule } from "./rule.ts";

export const configRefused: Rule = {
  id: "config-refused",
  severity: "error",
  title: "OpenOCD refuses the config",
  why:
    "OpenOCD stops at the first command that fails, and nothing after it is read. No other rule covers this error, so it " +
    "is given in OpenOCD's own words. Where a config is refused under every transport, the one that got furthest counts. " +
    "What a script only lacks because a board file would set it is no error of the script.",
  // `check` finds it when it merges all runs of a config.
  check: () => [],
};
