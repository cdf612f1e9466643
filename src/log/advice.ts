import { adviceFor } from "./context.ts";
import type { Context } from "./entry.ts";
import { matchesOf } from "./table.ts";

/** What the table has to say on a message of OpenOCD's, sentence by sentence: nothing where it does not know it. */
export function adviceOn(message: string, context: ReadonlySet<Context>): string[] {
  const matches = matchesOf(message).filter(({ entry }) => !entry.isHarmless);
  const match =
    matches.find(({ entry }) => entry.given !== undefined && context.has(entry.given)) ??
    matches.find(({ entry }) => entry.given === undefined);
  return match === undefined ? [] : adviceFor(match.entry.advice, context, match.holes);
}
