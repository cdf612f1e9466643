import { fileNameBytes } from "../files/file-names.ts";
import { adviceOn } from "../log/advice.ts";
import { isInProc } from "../log/context.ts";
import type { Context } from "../log/entry.ts";
import type { Problem } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { isHla } from "../openocd/transport.ts";
import { configRefused } from "../rules/config-refused.ts";
import type { Finding } from "../rules/finding.ts";
import { Source } from "../tcl/source.ts";
import { needOf } from "./needs.ts";
import type { Run } from "./run.ts";

/** What OpenOCD refuses under every transport and no rule covers: for each config the refusal that got furthest. */
export function refusalsIn(runs: readonly Run[]): Finding[] {
  const byFile = new Map<string, Run[]>();
  for (const run of runs) byFile.set(run.file, [...(byFile.get(run.file) ?? []), run]);
  return [...byFile.values()].flatMap((own) => refusalOf(own) ?? []);
}

function refusalOf(runs: readonly Run[]): Finding | undefined {
  const refused = runs.flatMap((run) => {
    const problem = openProblem(run);
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
  const isLimit = code === "stopped" && subject !== "exit";
  const where =
    at !== undefined && at.file === file && at.line === line ? [] : [`OpenOCD says so of ${file}:${line}`];
  return {
    rule: configRefused.id,
    // That a run took too long is no word of OpenOCD's.
    severity: isLimit ? "warning" : "error",
    message:
      code === "stopped"
        ? `this cannot be run to its end: ${message}`
        : `OpenOCD refuses this: ${message || "without a word"}`,
    notes: [...where, ...adviceOn(message, contextIn(run, problem))],
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

/** What a log of that run would show. */
function contextIn({ transport }: Run, { stack }: Problem): ReadonlySet<Context> {
  const context = new Set<Context>();
  if (transport !== "") context.add(isHla(transport) ? "hla" : "no-hla");
  if (isInProc(stack[0]?.procedure)) context.add("in-proc");
  return context;
}

/** The first problem that no rule covers. What only a board file would give is none. */
function openProblem(run: Run): Problem | undefined {
  // Without a script that is missing, nothing more can be said.
  if (run.found.some(({ rule }) => rule === "source-missing" || rule === "source-not-found"))
    return undefined;
  let isFirst = true;
  for (const problem of run.problems) {
    if (isCovered(problem, run.found)) isFirst = false;
    // What is not there may only not be there because of what a rule covers.
    else if (isFirst || !/-unknown$|^variable-unset$|^invalid-command$/.test(problem.code)) {
      return needOf(problem, run.file) === undefined ? problem : undefined;
    }
  }
  return undefined;
}

function isCovered({ at, calledFrom = [], subject }: Problem, found: readonly Finding[]): boolean {
  const places = [at, ...calledFrom].filter((place) => place !== undefined);
  return found.some(
    (finding) =>
      places.some((place) => place.file === finding.at.file && place.start === finding.at.start) ||
      (subject !== undefined && subject !== "" && finding.message.includes(subject)),
  );
}
