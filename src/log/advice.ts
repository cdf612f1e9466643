import { matchesOf } from "./table.ts";
import { filled } from "./template.ts";

/** What the table has to say on a message of OpenOCD's, sentence by sentence: nothing where it does not know it. */
export function adviceOn(message: string): string[] {
  const match = matchesOf(message).find(({ entry }) => !entry.isHarmless);
  return match === undefined ? [] : match.entry.advice.map((text) => filled(text, match.holes));
}
