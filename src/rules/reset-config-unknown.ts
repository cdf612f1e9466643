import { RESET_FLAGS, resetFlags } from "../openocd/data/reset-flags.ts";
import type { Fix } from "./finding.ts";
import { isAlike, nearest } from "./nearest.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule } from "./rule.ts";

export const resetConfigUnknown: Rule = {
  id: "reset-config-unknown",
  severity: "error",
  title: "a word of reset_config means nothing",
  why:
    "OpenOCD logs `unknown reset_config flag (…)`, prints how the command is used, and stops; nothing after that line is " +
    "read. None of the line's other words counts either.",
  *check({ config }) {
    for (const refused of refusals(config, "reset-config-unknown")) yield report(refused);
  },
};

function report(refused: Refused): Observation {
  const { subject, at } = refused;
  const fix = replace(refused);
  const groups = Object.values(RESET_FLAGS).map((flags) => flags.join("|"));
  return {
    severity: severityOf(refused),
    message: `reset_config has no word ${subject}`,
    notes: fix === undefined ? [`it has ${groups.join(", ")}`] : [],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function replace({ subject, at }: Refused): Fix | undefined {
  const [flag, other] = nearest(subject, resetFlags());
  if (flag === undefined || other !== undefined) return undefined;
  const edits = respellWord(at, subject, flag);
  return (
    edits && {
      // Other mistyped words in the same command may mean other flags.
      safety: isAlike(flag, subject) ? "safe" : "unsafe",
      title: `write ${flag} in place of ${subject}`,
      edits: [edits],
      changes: [{ kind: "setting", name: "reset_config" }],
    }
  );
}
