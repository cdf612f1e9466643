import type { Refusal, Use } from "../openocd/model.ts";
import type { Fix } from "./finding.ts";
import { within } from "./insertion.ts";
import { moveUp } from "./move-up.ts";
import { type Refused, refusals } from "./refusals.ts";
import type { Observation, Rule } from "./rule.ts";

export const transportTooLate: Rule = {
  id: "transport-too-late",
  severity: "error",
  title: "the transport is selected after what needs it",
  why:
    "The first script that asks for the transport settles it: where none was selected, the adapter's first one is taken, JTAG for a " +
    "J-Link. Another one selected later is refused: `Can't change session's transport after the initial selection was made`.",
  *check({ config }) {
    for (const refused of refusals(config, "transport-too-late")) yield report(config.adapter, refused);
  },
};

function report(adapter: string, refused: Refused<Use & Refusal>): Observation {
  const { subject, at, ways } = refused;
  const { neededAt } = ways[0]!;
  const needing = neededAt && within(at.file, neededAt);
  const fix = needing && moveSelection(refused, needing.line, moveUp(at, needing));
  const where = needing === undefined ? "" : ` in line ${needing.line}`;
  return {
    message: `${subject} is selected too late: the first transport of ${adapter} was taken${where}`,
    notes: fix === undefined ? ["select the transport right after the adapter, before the target"] : [],
    at,
    ...(fix && { fix }),
  };
}

function moveSelection(
  { subject }: Refused,
  line: number,
  edits: ReturnType<typeof moveUp>,
): Fix | undefined {
  return (
    edits && {
      safety: "safe",
      title: `move \`transport select ${subject}\` before line ${line}`,
      edits: [edits],
      changes: [{ kind: "everything" }],
    }
  );
}
