import type { Config, ProblemCode, Refusal, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Severity } from "./finding.ts";
import { listed, stageOf } from "./message-text.ts";

/** A command that OpenOCD refuses at one place, with all the ways to reach it. */
export interface Refused<Way extends Use = Use> {
  subject: string;
  at: Place;
  ways: readonly Way[];
}

/** The places that OpenOCD refuses for one reason, each once. Errors that a script catches do not count. */
export function refusals(config: Config, code: ProblemCode): Refused<Use & Refusal>[] {
  return uses(config, "refusal", (use) => (use.code === code ? use.subject : undefined));
}

/**
 * The uses of one kind that are not caught, each place once. `subjectOf` returns undefined for uses that do not count.
 */
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

/** A proc that nothing calls does no harm until a user calls it. */
export function severityOf({ ways }: Refused): Severity {
  return ways.every(({ during }) => during.kind === "proc") ? "warning" : "error";
}

/** When it happens, the most important case first: "while the config is read, in the handler of halted and 2 more". */
export function whenOf({ ways }: Refused): string {
  const own = ways.filter(({ during }) => during.kind !== "proc");
  const all = [...new Set((own.length > 0 ? own : ways).map(({ during }) => stageOf(during)))];
  const more = all.length - MOST_STAGES;
  return listed(more > 0 ? [...all.slice(0, MOST_STAGES), `${more} more`] : all);
}

/** The maximum number of cases to list. */
const MOST_STAGES = 3;
