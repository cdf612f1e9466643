import type { ReleaseId } from "../openocd/data/releases.ts";
import { releaseNamed } from "../openocd/version.ts";
import { chipNote } from "./chip-note.ts";
import { contextOf } from "./context.ts";
import type { Cause, Context, LogEntry } from "./entry.ts";
import type { LogRun, Report } from "./run.ts";
import type { Holes } from "./template.ts";

/** A report with the entry that explains it; without one where none does. */
export interface Link {
  report: Report;
  entry?: LogEntry;
  holes: Holes;
  context: ReadonlySet<Context>;
  /** What it follows from. */
  cause?: Link;
}

/** The reports of a run, each linked to the one that it follows from. */
export function linked(run: LogRun): Link[] {
  const links = run.reports.map((report) => linkOf(report, run));
  const byId = new Map<string, Link>();
  for (const link of links) {
    if (link.entry !== undefined && !byId.has(link.entry.id)) byId.set(link.entry.id, link);
  }
  const release = run.openocd === undefined ? undefined : releaseNamed(run.openocd).id;
  let latest: Link | undefined;
  for (const link of links) {
    const { entry } = link;
    if (entry?.isHarmless) continue;
    if (entry?.follows === "any") {
      if (latest !== undefined) link.cause = latest;
    } else {
      const cause = entry?.follows?.find((one) => holds(one, release) && byId.has(idOf(one)));
      if (cause !== undefined) link.cause = byId.get(idOf(cause))!;
      latest = link;
    }
  }
  return links;
}

/** The entry that a cause means. */
export function idOf(cause: Cause): string {
  return typeof cause === "string" ? cause : cause.id;
}

function holds(cause: Cause, release: ReleaseId | undefined): boolean {
  return typeof cause === "string" || release === undefined || cause.in.includes(release);
}

/** Of the entries that the words fit, the one that fits the log as well. */
function linkOf(report: Report, run: LogRun): Link {
  const context = contextOf(report, run);
  const match =
    report.matches.find(({ entry }) => entry.given !== undefined && context.has(entry.given)) ??
    report.matches.find(({ entry }) => entry.given === undefined);
  const chip = chipNote(run.chip);
  return { report, context, entry: match?.entry, holes: { ...match?.holes, ...(chip && { chip }) } } as Link;
}

/** What a link follows from in the end: itself, where nothing brought it about. */
export function rootOf(link: Link): Link {
  return link.cause === undefined ? link : rootOf(link.cause);
}

/** How many steps of cause and effect it takes to get to it. */
export function depthOf(link: Link): number {
  return link.cause === undefined ? 0 : 1 + depthOf(link.cause);
}
