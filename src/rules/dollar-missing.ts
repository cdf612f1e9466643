import type { Config, Problem } from "../openocd/model.ts";
import type { Fix } from "./finding.ts";
import type { Observation, Rule } from "./rule.ts";

export const dollarMissing: Rule = {
  id: "dollar-missing",
  severity: "error",
  title: "a variable in an expression lacks its $",
  why:
    "An expression of Tcl reads variables as `$NAME`; a bare name is a syntax error. `[info exists NAME]` takes the name without " +
    "the sign, and beside it that is easily forgotten.",
  *check({ config }) {
    for (const problem of config.problems) {
      const fix = fixOf(config, problem);
      if (fix !== undefined) yield report(problem, fix);
    }
  },
};

const complaint = /^syntax error in expression: "(.*)"$/s;
/** What is no bare name: what is in brackets or quotes, variables, numbers, functions. */
const others = /\[[^[\]]*\]|"[^"]*"|\{[^{}]*\}|\$[\w:.]+|\b\d\w*|\b[A-Za-z_]\w*(?=\s*\()/g;
/** Operators and values that are words. */
const words = /^(eq|ne|in|ni|lt|gt|le|ge|true|false|yes|no|on|off)$/;

function fixOf(config: Config, { at, message }: Problem): Fix | undefined {
  const expression = complaint.exec(message)?.[1];
  if (at === undefined || expression === undefined) return undefined;
  const start = at.text.indexOf(expression);
  const names = start === -1 ? [] : bareNames(expression, config);
  if (names.length === 0) return undefined;
  const edits = names.map(({ offset }) => ({ offset: at.start + start + offset, length: 0, content: "$" }));
  return {
    safety: "safe",
    title: `read ${names.map(({ name }) => `$${name}`).join(" and ")}`,
    edits: [{ file: at.file, edits }],
    changes: [],
  };
}

/** The names in an expression that are variables: set by now, or asked for there. None where one of them is not. */
function bareNames(expression: string, { variables }: Config): { name: string; offset: number }[] {
  const rest = expression.replace(others, (found) => " ".repeat(found.length));
  const found = Array.from(rest.matchAll(/\b[A-Za-z_]\w*/g), ({ 0: name, index }) => ({
    name,
    offset: index,
  }));
  const names = found.filter(({ name }) => !words.test(name));
  const isVariable = ({ name }: { name: string }) =>
    Object.hasOwn(variables, name) || expression.includes(`[info exists ${name}]`);
  return names.every(isVariable) ? names : [];
}

function report({ at }: Problem, fix: Fix): Observation {
  return {
    message: "OpenOCD refuses the expression: a variable's name in it has no $",
    notes: [],
    at: at!,
    fix,
  };
}
