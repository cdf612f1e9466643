import { fileNameBytes } from "../files/file-names.ts";
import { adviceOn } from "../log/advice.ts";
import { isInProc } from "../log/context.ts";
import type { Context } from "../log/entry.ts";
import { noTransports } from "../openocd/commands/transports.ts";
import type { Problem } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { isHla } from "../openocd/transport.ts";
import { meantInstead } from "../rules/alternatives.ts";
import { configRefused } from "../rules/config-refused.ts";
import type { Finding } from "../rules/finding.ts";
import { isRemark } from "../rules/remark.ts";
import { Source } from "../tcl/source.ts";
import type { Job } from "./job.ts";
import { needOf } from "./needs.ts";
import type { Run } from "./runner.ts";

/** What OpenOCD refuses under every transport and no rule covers: for each config the refusal that got furthest. */
export function refusalsIn(runs: readonly Run[], { isWhole = false }: Pick<Job, "isWhole"> = {}): Finding[] {
  const byFile = new Map<string, Run[]>();
  for (const run of runs) byFile.set(run.file, [...(byFile.get(run.file) ?? []), run]);
  return [...byFile.values()].flatMap((own) => refusalOf(own, isWhole) ?? []);
}

function refusalOf(runs: readonly Run[], isWhole: boolean): Finding | undefined {
  const refused = runs.flatMap((run) => {
    const problem = openProblem(run, isWhole);
    return problem === undefined ? [] : [{ run, problem }];
  });
  if (refused.length < runs.length) return undefined;
  const furthest = refused.reduce((a, b) => (b.run.reached > a.run.reached ? b : a));
  const same = refused.filter(({ problem }) => problem.message === furthest.problem.message);
  const transports = [...new Set(same.map(({ run }) => run.transport))].filter((name) => name !== "");
  return findingOf(furthest, transports);
}

interface Refused {
  run: Run;
  problem: Problem;
}

function findingOf({ run, problem }: Refused, transports: string[]): Finding {
  const { message, at, file, line, code, subject } = problem;
  const saying = sayingOf(run, problem);
  const isLimit = code === "stopped" && subject !== "exit";
  const where =
    at !== undefined && at.file === file && at.line === line ? [] : [`OpenOCD says so of ${file}:${line}`];
  return {
    rule: configRefused.id,
    // That a run took too long is no word of OpenOCD's.
    severity: isLimit ? "warning" : "error",
    message:
      code === "stopped" && saying === message
        ? `this cannot be run to its end: ${message}`
        : `OpenOCD refuses this: ${saying || "without a word"}`,
    notes: [...where, ...meantInstead(message), ...adviceOn(saying, contextIn(run, problem))],
    at:
      at ??
      new Place({
        source: new Source(fileNameBytes(run.file), run.sources[0]?.text ?? ""),
        start: 0,
        end: 0,
      }),
    transports,
  };
}

/** What OpenOCD says: a script that ends it because there is no transport says so first (target/swj-dp.tcl). */
function sayingOf({ adapter }: Run, { code, message }: Problem): string {
  return code === "stopped" && adapter === "" ? noTransports : message;
}

/** What a log of that run would show. */
function contextIn({ transport }: Run, { stack }: Problem): ReadonlySet<Context> {
  const context = new Set<Context>();
  if (transport !== "") context.add(isHla(transport) ? "hla" : "no-hla");
  if (isInProc(stack[0]?.procedure)) context.add("in-proc");
  return context;
}

/** The first problem that no rule covers. What only a board file would give is none. */
function openProblem(run: Run, isWhole: boolean): Problem | undefined {
  // Without a script that is missing, nothing more can be said.
  if (run.found.some(({ rule }) => rule === "source-missing" || rule === "source-not-found"))
    return undefined;
  let isFirst = true;
  for (const problem of run.problems) {
    if (isCovered(problem, run.found)) isFirst = false;
    // What is not there may only not be there because of what a rule covers.
    else if (isFirst || !/-unknown$|^variable-unset$|^invalid-command$/.test(problem.code)) {
      const isFine = isWhole ? isOwnExit(problem, run.file) : needOf(problem, run.file) !== undefined;
      return isFine ? undefined : problem;
    }
  }
  return undefined;
}

/** Whether a run ends because the command line says so, as one that flashes does; a script that ends it gave up. */
export function isOwnExit(
  { code, subject, file }: Pick<Problem, "code" | "subject" | "file">,
  config: string,
): boolean {
  return code === "stopped" && subject === "exit" && file === config;
}

function isCovered({ at, calledFrom = [], subject }: Problem, found: readonly Finding[]): boolean {
  const places = [at, ...calledFrom].filter((place) => place !== undefined);
  const isAbout = ({ at: own, message }: Finding) =>
    places.some((place) => place.file === own.file && place.start === own.start) ||
    (subject !== undefined && subject !== "" && message.includes(subject));
  return found.some((finding) => !isRemark(finding) && isAbout(finding));
}
