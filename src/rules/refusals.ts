import type { Config, ProblemCode, Refusal, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Severity } from "./finding.ts";
import { listed, stageOf } from "./words.ts";

/** Something that OpenOCD refuses at one place, with every way to get there. */
export interface Refused<Way extends Use = Use> {
  subject: string;
  at: Place;
  ways: readonly Way[];
}

/** What OpenOCD refuses for one reason, each place once. What a script catches is its own affair. */
export function refusals(config: Config, code: ProblemCode): Refused<Use & Refusal>[] {
  return uses(config, "refusal", (use) => (use.code === code ? use.subject : undefined));
}

/** What is used in one way and not caught, each place once. `subjectOf` is undefined for what does not count. */
export function uses<Kind extends Use["kind"]>(
  config: Config,
  kind: Kind,
  subjectOf: (use: Use & { kind: Kind }) => string | undefined,
): Refused<Use & { kind: Kind }>[] {
  const found = new Map<string, { subject: string; at: Place; ways: (Use & { kind: Kind })[] }>();
  for (const use of config.uses) {
    if (use.kind !== kind || use.caught) continue;
    const way = use as Use & { kind: Kind };
    const subject = subjectOf(way);
    if (subject === undefined) continue;
    const { at } = use;
    const key = `${at.file} ${at.start} ${subject}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { subject, at, ways: [way] });
    else known.ways.push(way);
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
