import { depthOf, type Link, linked, rootOf } from "./chain.ts";
import { adviceFor, targetOf } from "./context.ts";
import type {
  Diagnosis,
  DiagnosisPlace,
  Effect,
  Explanation,
  Sighting,
  UnknownError,
} from "./explanation.ts";
import { type Report, readRuns, type Way } from "./run.ts";
import { isEmbedded } from "./stack.ts";
import { filled } from "./template.ts";

/**
 * Reads OpenOCD's output and returns the diagnoses: each fault once, with its effects. Accepts any text, of one run or
 * several, with or without colours and timestamps. Never throws.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { explainLog } from "l5cfg-fix";
 *
 * const { openocd, diagnoses } = explainLog(readFileSync("fixtures/seed/openocd.log", "utf8"));
 * console.log(openocd, diagnoses[0]?.id, diagnoses[0]?.rules); // prints 0.10.0+dev-g30d1303 work-area-missing [ 'work-area-missing' ]
 * ```
 */
export function explainLog(text: string): Explanation {
  const runs = readRuns(text);
  const roots = gathered(runs.flatMap(linked));
  const diagnoses = roots.flatMap((group) => diagnosisOf(group) ?? []);
  const last = runs.at(-1);
  return {
    isOpenocds: runs.some(({ isOpenocds, program }) => isOpenocds && program === undefined),
    ...(last?.program !== undefined && { program: last.program }),
    ...(last?.openocd !== undefined && { openocd: last.openocd }),
    ...(last?.command !== undefined && { command: last.command }),
    ...(last?.isHla !== undefined && { isHla: last.isHla }),
    isVerified: last?.isVerified ?? false,
    diagnoses: diagnoses.sort((a, b) => Number(b.effects.length > 0) - Number(a.effects.length > 0)),
    unknown: roots.flatMap((group) => unknownOf(group) ?? []),
    omitted: runs.reduce((sum, { omitted }) => sum + omitted, 0),
    harmless: roots.flatMap((group) => (isHarmless(group) ? effectOf(group) : [])),
    files: [...new Set(runs.flatMap(({ files }) => [...files]))],
    given: [...new Set(runs.flatMap(({ given }) => given))],
  };
}

/** The same said in all runs. */
interface Group {
  first: Link;
  what: string;
  reports: Report[];
  effects: Map<string, Group>;
}

/** What nothing else brought about, with what follows from each. */
function gathered(links: readonly Link[]): Group[] {
  const roots = new Map<string, Group>();
  for (const link of links) {
    const group = groupOf(rootOf(link), roots);
    if (link.cause === undefined) group.reports.push(link.report);
    else groupOf(link, group.effects).reports.push(link.report);
  }
  return [...roots.values()];
}

function groupOf(link: Link, groups: Map<string, Group>): Group {
  const { entry, holes, report, cause } = link;
  const words = cause === undefined ? entry?.what : (entry?.asEffect ?? entry?.what);
  const what = words === undefined ? report.line.message : filled(words, holes);
  // An effect in other numbers is the same effect.
  const key = cause === undefined ? `${entry?.id}\n${what}` : entry!.id;
  const group = groups.get(key) ?? { first: link, what, reports: [], effects: new Map() };
  groups.set(key, group);
  return group;
}

function diagnosisOf(group: Group): Diagnosis | undefined {
  const { entry, holes, report, context } = group.first;
  if (entry === undefined || isHarmless(group)) return undefined;
  const { id, stage, advice, rules = [] } = entry;
  const target = targetOf(report);
  const event = report.ways[0]?.event?.name;
  return {
    id,
    stage,
    what: group.what,
    advice: adviceFor(advice, context, holes),
    rules,
    ...sightingOf(group),
    effects: effectsOf(group),
    places: placesOf(group),
    ...(target !== undefined && { target }),
    ...(event !== undefined && { event }),
  };
}

function isHarmless({ first: { entry }, effects }: Group): boolean {
  return entry?.isHarmless === true || (entry?.isHint === true && effects.size === 0);
}

function unknownOf(group: Group): UnknownError | undefined {
  if (group.first.entry !== undefined) return undefined;
  return {
    message: group.what,
    ...sightingOf(group),
    effects: effectsOf(group),
    places: placesOf(group),
  };
}

function effectsOf({ effects }: Group): Effect[] {
  return [...effects.values()].sort((a, b) => depthOf(a.first) - depthOf(b.first)).map(effectOf);
}

function effectOf(group: Group): Effect {
  const { first, what } = group;
  return { id: first.entry!.id, what, ...sightingOf(group) };
}

function sightingOf({ reports }: Group): Sighting {
  const lines = reports.flatMap((report) => report.lines.map(({ number, text }) => ({ number, text })));
  return { lines, times: reports.reduce((sum, { times }) => sum + times, 0) };
}

/** Where something happened, each place once. */
function placesOf({ reports }: Group): DiagnosisPlace[] {
  const places = new Map<string, DiagnosisPlace>();
  for (const way of reports.flatMap(({ ways }) => ways)) {
    const place = placeOf(way);
    const key = place && `${place.at.file}:${place.at.line}`;
    if (key !== undefined && !places.has(key)) places.set(key, place!);
  }
  return [...places.values()];
}

/** What happens inside of OpenOCD's own scripts happened where those were called. */
function placeOf({ frames, script, event }: Way): DiagnosisPlace | undefined {
  const own = script !== undefined && frames.length === 0 ? [script] : [];
  const [at, ...calledFrom] = [...frames, ...own].filter((frame) => !isEmbedded(frame)).reverse();
  return at && { at, calledFrom, ...(event && { event: event.name }) };
}
