import { chipNote } from "./chip-note.ts";
import type { Advice, Context } from "./entry.ts";
import type { LogRun, Report } from "./run.ts";
import { filled, type Holes } from "./template.ts";

/** What holds for a report, by its own words and by the run it is in. */
export function contextOf(report: Report, run: LogRun): ReadonlySet<Context> {
  const found = new Set<Context>();
  if (run.isHla !== undefined) found.add(run.isHla ? "hla" : "no-hla");
  if (run.isJtagOnly) found.add("jtag-only");
  if (run.isNrf52 && run.isHla) found.add("nrf52-over-hla");
  if (run.openocd !== undefined && /^(?:0\.[0-9]\.|0\.10\.0$)/.test(run.openocd)) found.add("old");
  if (chipNote(run.chip) !== undefined) found.add("chip-known");
  const target = targetOf(report);
  if (target !== undefined && run.answering.size > 0 && !run.answering.has(target)) found.add("second-core");
  if (report.ways.some(({ frames }) => isInProc(frames.at(-2)?.proc))) found.add("in-proc");
  return found;
}

/** The target that a report is about. */
export function targetOf({ line, ways, matches }: Report): string | undefined {
  const named = matches.find(({ entry }) => entry.given === "second-core")?.holes.name;
  return line.target ?? ways[0]?.event?.target ?? named;
}

/** OpenOCD's own procs, which run scripts in the global frame. */
const OWN = new Set(["script", "source", "find", "program", "program_error", "init", "ocd_bouncer"]);

/** Whether a call is one of a proc that a script defines, which has variables of its own. */
export function isInProc(proc: string | undefined): boolean {
  return proc !== undefined && proc !== "" && !OWN.has(proc);
}

/** The advice that is of use there. */
export function adviceFor(advice: readonly Advice[], context: ReadonlySet<Context>, holes: Holes): string[] {
  return advice.flatMap((one) => {
    if (typeof one === "string") return filled(one, holes);
    const isOfUse = "given" in one ? context.has(one.given) : !context.has(one.unless);
    return isOfUse ? filled(one.text, holes) : [];
  });
}
