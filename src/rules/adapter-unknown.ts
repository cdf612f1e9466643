import { ADAPTER_DRIVERS } from "../openocd/data/adapter-drivers.ts";
import { successorOfAdapter } from "../openocd/data/adapter-successors.ts";
import { has, names, releasesWith } from "../openocd/data/table.ts";
import type { Fix } from "./finding.ts";
import { askedNotes, isAlike, nearest } from "./nearest.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import { releaseNames } from "./release-names.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const adapterUnknown: Rule = {
  id: "adapter-unknown",
  severity: "error",
  isByTable: true,
  title: "an adapter driver that this OpenOCD does not have",
  why:
    "OpenOCD stops with `The specified debug interface was not found (…)`, lists those that it has, and reads nothing after that " +
    "line. Drivers went, as ft2232 did for ftdi, are only in a fork, or were left out when the program was built.",
  *check(context) {
    for (const refused of refusals(context.config, "adapter-unknown")) yield report(context, refused);
  },
};

function report({ config, release }: RuleContext, refused: Refused): Observation {
  const { subject, at } = refused;
  const successor = successorOfAdapter(subject);
  const others = releasesWith(ADAPTER_DRIVERS, subject);
  const near = nearest(subject, names(ADAPTER_DRIVERS, release));
  const fix = successor === undefined ? respellDriver(refused, near) : undefined;
  const isThere = successor !== undefined && has(ADAPTER_DRIVERS, successor.driver, release);
  return {
    severity: severityOf(refused),
    message: `OpenOCD ${config.openocd} has no adapter driver ${subject}`,
    notes: [
      others.length > 0 ? `it exists in ${releaseNames(others)}` : "no known version of OpenOCD has it",
      ...(isThere ? [`${successor.driver} took its place; ${successor.hint}`] : []),
      ...(fix === undefined && !isThere ? askedNotes(near) : []),
    ],
    at,
    ...(fix && { fix }),
  };
}

function respellDriver({ subject, at }: Refused, near: readonly string[]): Fix | undefined {
  const [driver, other] = near;
  const edits = driver === undefined || other !== undefined ? undefined : respellWord(at, subject, driver);
  return (
    edits && {
      safety: isAlike(driver!, subject) ? "safe" : "unsafe",
      title: `write ${driver} in place of ${subject}`,
      edits: [edits],
      changes: [{ kind: "adapter" }, { kind: "transport" }, { kind: "everything" }],
    }
  );
}
