import { successorOfType } from "../openocd/data/target-types.ts";
import { type Refused, refusals } from "./refusals.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const targetTypeUnknown: Rule = {
  id: "target-type-unknown",
  severity: "error",
  title: "a target is of a type that has another name today",
  why:
    "OpenOCD stops with `Unknown target type …`. The types of single cores, `cortex_m3`, `cortex_a8` and so on, are " +
    "`cortex_m` and `cortex_a` today.",
  *check(context) {
    for (const refused of refusals(context.config, "target-type-unknown")) yield report(context, refused);
  },
};

function report({ config, release }: RuleContext, { subject, at }: Refused): Observation {
  const successor = successorOfType(subject, release);
  const edits = successor && respellWord(at, subject, successor);
  const target = config.targets.find((one) => one.at.start === at.start && one.at.file === at.file);
  return {
    message: `OpenOCD ${config.openocd} has no target type ${subject}`,
    notes: [],
    at,
    ...(edits && {
      fix: {
        safety: "safe",
        title: `write ${successor} in place of ${subject}`,
        edits: [edits],
        changes: target === undefined ? [] : [{ kind: "target", name: target.name, part: "type" }],
      },
    }),
  };
}
