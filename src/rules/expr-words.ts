import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { expressionOf } from "../tcl/expression.ts";
import { JIM, type JimFeatures } from "../tcl/jim.ts";
import { Token } from "../tcl/tokens.ts";
import { Value } from "../tcl/value.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const exprWords: Rule = {
  id: "expr-words",
  severity: "error",
  title: "expr is given several words",
  why:
    "Up to OpenOCD 0.11 `expr` joins its words, 0.12.0 still does with a warning, and master refuses: `wrong # args: should " +
    'be "expr expression"`. In braces the expression is one word for every release.',
  *check(context) {
    for (const refused of refusals(context.config, "expr-words")) yield report(context, refused);
  },
};

function report({ config, release }: RuleContext, refused: Refused): Observation {
  const fix = braceExpr(config, refused.at, JIM[release.jim]);
  return {
    severity: severityOf(refused),
    message: `expr takes one expression in OpenOCD ${config.openocd}, and is given several words`,
    notes:
      fix === undefined ? ["a part of the expression is put together: join it in one word, in quotes"] : [],
    at: refused.at,
    ...(fix && { fix }),
  };
}

/** Joins the words of `expr` into one in braces, where the meaning stays the same. */
export function braceExpr(config: Config, at: Place, jim: JimFeatures): Fix | undefined {
  const [command, ...words] = wordsAt(at);
  const [first, last] = [words[0], words.at(-1)];
  if (command?.literal !== "expr" || first === undefined || last === undefined) return undefined;
  const text = at.source.text.slice(first.start, last.end);
  const variables = words.flatMap(({ parts }) => parts.filter(({ kind }) => kind === Token.Variable));
  const areOperands = variables.every(({ text: name }) =>
    isOperand(config.variables[name.replace(/^\$/, "")]),
  );
  if (/[{}]/.test(text) || !areOperands || !isExpression(text, jim)) return undefined;
  return {
    safety: "safe",
    title: "put the expression in braces",
    edits: [{ file: at.file, edits: [{ offset: first.start, length: text.length, content: `{${text}}` }] }],
    changes: [],
  };
}

/**
 * Whether a variable's value counts as one operand. A value that is itself an expression or an operator is read only
 * after joining.
 */
function isOperand(value: string | undefined): boolean {
  return value === undefined || /^[-+]?[\w.]+$/.test(value);
}

function isExpression(text: string, jim: JimFeatures): boolean {
  try {
    expressionOf(new Value(text), jim);
    return true;
  } catch {
    return false;
  }
}
