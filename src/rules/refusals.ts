import type { Config, ProblemCode, Refusal, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Severity } from "./finding.ts";
import { listed, stageOf } from "./words.ts";

/** Something that OpenOCD refuses at one place, with every way to get there. */
export interface Refused {
  subject: string;
  at: Place;
  ways: readonly (Use & Refusal)[];
}

/** What OpenOCD refuses for one reason, each place once. What a script catches it deals with itself. */
export function refusals(config: Config, code: ProblemCode): Refused[] {
  const found = new Map<string, { subject: string; at: Place; ways: (Use & Refusal)[] }>();
  for (const use of config.uses) {
    if (use.kind !== "refusal" || use.code !== code || use.caught) continue;
    const { subject, at } = use;
    const key = `${at.file} ${at.start} ${subject}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { subject, at, ways: [use] });
    else known.ways.push(use);
  }
  return [...found.values()];
}

/** What only a person can call harms nobody who does not. */
export function severityOf({ ways }: Refused): Severity {
  return ways.every(({ during }) => during.kind === "proc") ? "warning" : "error";
}

/** When it happens, the most telling first: "while the config is read, in the handler of halted and 2 more". */
export function whenOf({ ways }: Refused): string {
  const own = ways.filter(({ during }) => during.kind !== "proc");
  const all = [...new Set((own.length > 0 ? own : ways).map(({ during }) => stageOf(during)))];
  const more = all.length - MOST_STAGES;
  return listed(more > 0 ? [...all.slice(0, MOST_STAGES), `${more} more`] : all);
}

/** More than these say no more. */
const MOST_STAGES = 3;
