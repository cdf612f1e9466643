import type { Refusal, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Fix } from "./finding.ts";
import { within } from "./insertion.ts";
import { moveUp } from "./move-up.ts";
import { type Refused, refusals } from "./refusals.ts";
import type { Observation, Rule } from "./rule.ts";

export const adapterTooLate: Rule = {
  id: "adapter-too-late",
  severity: "error",
  title: "the adapter is chosen after what needs it",
  why:
    "A target's script asks which transport is in use, and `transport select` which ones there are: both need the adapter. OpenOCD " +
    "stops with `Debug adapter does not support any transports? Check config file order.` The interface comes first.",
  *check({ config }) {
    for (const refused of refusals(config, "adapter-too-late")) {
      const observed = report(refused);
      if (observed !== undefined) yield observed;
    }
  },
};

function report({ subject, at, ways: [way] }: Refused<Use & Refusal>): Observation | undefined {
  const { neededAt, calledFrom } = way!;
  const [adapter, needing] = neededAt === undefined ? [] : meeting([at, ...calledFrom], neededAt);
  if (adapter === undefined || needing === undefined) return undefined;
  const fix = moveAdapter(adapter, needing);
  return {
    message: `this needs the adapter ${subject}, which is only chosen later, in line ${adapter.line}`,
    notes: fix === undefined ? ["choose the adapter first, then the transport, then the target"] : [],
    at: needing,
    ...(fix && { fix }),
  };
}

/**
 * The commands of one file that led to the adapter's selection and to the command that needed it. The file is the
 * innermost one that contains both.
 */
function meeting(choice: readonly Place[], neededAt: Parameters<typeof within>[1]): [Place, Place] | [] {
  for (const place of choice) {
    const needing = within(place.file, neededAt);
    if (needing !== undefined) return [place, needing];
  }
  return [];
}

function moveAdapter(adapter: Place, needing: Place): Fix | undefined {
  const edits = moveUp(adapter, needing);
  return (
    edits && {
      safety: "safe",
      title: `move line ${adapter.line}, which chooses the adapter, before line ${needing.line}`,
      edits: [edits],
      changes: [{ kind: "everything" }],
    }
  );
}
