import { releasesWithRtos, rtosTypesOf } from "../openocd/data/rtos-types.ts";
import type { Fix } from "./finding.ts";
import { listed } from "./message-text.ts";
import { isAlike, meantNotes, nearest } from "./nearest.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import { releaseNames } from "./release-names.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const rtosUnknown: Rule = {
  id: "rtos-unknown",
  severity: "error",
  isByTable: true,
  title: "an operating system is named that this OpenOCD does not know",
  why:
    "`-rtos` takes the names as OpenOCD writes them, capitals included: `Zephyr`, `FreeRTOS`, `RIOT`, but `nuttx`. For all " +
    "others it stops with `Unknown RTOS type …, try one of: …`, and nothing after that line is read.",
  *check(context) {
    for (const refused of refusals(context.config, "rtos-unknown")) yield report(context, refused);
  },
};

function report({ config, release }: RuleContext, refused: Refused): Observation {
  const names = [...rtosTypesOf(release.id).map(({ name }) => name), "auto"];
  const { subject, at } = refused;
  const others = releasesWithRtos(subject);
  const fix = respellRtos(refused, names);
  // A fork for RISC-V had an RTOS of that name, for cores that are shown as threads.
  const successor = subject === "riscv" && names.includes("hwthread") ? ["hwthread took its place"] : [];
  const known = others.length > 0 ? [`${subject} exists in ${releaseNames(others)}`] : [];
  const meant = meantNotes(subject, names);
  return {
    severity: severityOf(refused),
    message: `OpenOCD ${config.openocd} has no RTOS ${subject}`,
    notes: fix !== undefined ? [] : [...known, ...successor, ...meant, `it has ${listed(names)}`],
    at,
    ...(fix && { fix }),
  };
}

function respellRtos({ subject, at }: Refused, names: readonly string[]): Fix | undefined {
  const [name, other] = nearest(subject, names);
  if (name === undefined || other !== undefined) return undefined;
  const edits = respellWord(at, subject, name);
  return (
    edits && {
      safety: isAlike(name, subject) ? "safe" : "unsafe",
      title: `write ${name} in place of ${subject}`,
      edits: [edits],
      changes: [],
    }
  );
}
