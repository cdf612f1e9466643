import type { Release } from "../openocd/data/releases.ts";
import { releasesWith } from "../openocd/data/table.ts";
import { eventHint, eventNameIn, eventsOf, TARGET_EVENTS } from "../openocd/data/target-events.ts";
import type { Fix } from "./finding.ts";
import { isAlike, meantNotes, nearest } from "./nearest.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import { releaseNames } from "./release-names.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const eventUnknown: Rule = {
  id: "event-unknown",
  severity: "error",
  isByTable: true,
  title: "a handler is given for an event that this OpenOCD does not have",
  why:
    "OpenOCD refuses the line (`-event: Unknown: …, try one of: …`), and nothing after it is read. Events came and went " +
    "with the versions: `step-start` and `step-end` are not in ST's r1, `reset-halt` is there only.",
  *check(context) {
    for (const refused of refusals(context.config, "event-unknown")) yield report(context, refused);
  },
};

function report(context: RuleContext, refused: Refused): Observation {
  const { config } = context;
  const { subject, at } = refused;
  const fix = rename(refused, context);
  const others = releasesWith(TARGET_EVENTS, subject);
  const notes =
    others.length > 0 ? [`it exists in ${releaseNames(others)}`] : ["no known version of OpenOCD has it"];
  if (fix === undefined) {
    const meant = meantNotes(subject, eventsOf(context.release));
    notes.push(...(meant.length > 0 ? meant : [eventHint(subject)]));
  }
  return {
    severity: severityOf(refused),
    message: `OpenOCD ${config.openocd} has no event ${subject}`,
    notes,
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function rename({ subject, at }: Refused, { config, release }: RuleContext): Fix | undefined {
  const own = eventNameIn(subject, release.id) ?? onlyNear(subject, release);
  const edits = own === undefined ? undefined : respellWord(at, subject, own);
  return (
    edits && {
      safety: isAlike(own!, subject) ? "safe" : "unsafe",
      title: `handle ${own} in place of ${subject}`,
      edits: [edits],
      changes: config.events
        .filter((event) => event.at.file === at.file && event.at.start === at.start)
        .flatMap(({ target }) => [own!, subject].map((name) => ({ kind: "event", target, name }))),
    }
  );
}

function onlyNear(event: string, release: Release): string | undefined {
  const [meant, other] = nearest(event, eventsOf(release));
  return other === undefined ? meant : undefined;
}
