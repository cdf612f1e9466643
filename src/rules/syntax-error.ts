import type { Rule } from "./rule.ts";

export const syntaxError: Rule = {
  id: "syntax-error",
  severity: "error",
  title: "a script that is not Tcl",
  why:
    "A brace, bracket or quote that is not closed makes everything after it part of one word. OpenOCD prints a message " +
    "such as `missing close-brace`, most often for the last line, and nothing in the file takes effect.",
  *check({ config }) {
    for (const { code, message, at } of config.problems) {
      if (code !== "syntax" || at === undefined) continue;
      yield { message: `OpenOCD cannot parse this as Tcl: ${message}`, notes: [], at };
    }
  },
};
