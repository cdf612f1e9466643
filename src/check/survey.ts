import { type Absolute, absoluteIn } from "../files/absolute.ts";
import type { FileSystem } from "../files/file-system.ts";
import type { SourceFile } from "../openocd/model.ts";
import { originsOf } from "../openocd/origins.ts";
import { usualTransports } from "../openocd/transport.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/index.ts";
import { suppress } from "../rules/suppress.ts";
import { swjNewdapTransport } from "../rules/swj-newdap-transport.ts";
import { MOST_FINDINGS, merged, sorted } from "./findings.ts";
import type { Job, Steps } from "./job.ts";
import { withLevels } from "./levels.ts";
import { refusalsIn } from "./refused.ts";
import { isStopped, type Run, Runner } from "./runner.ts";

/** All configs of a job run under all transports, and what was found in them. */
export interface Survey {
  runs: readonly Run[];
  found: Finding[];
  /** How many findings there are beyond those. */
  omitted: number;
  /** How many dry runs it took. */
  dryRuns: number;
}

/** An earlier survey, and the files, absolute, that have another text now. */
export interface Earlier {
  runs: readonly Run[];
  changed: ReadonlySet<string>;
}

/** Runs a job's configs; those that no changed file is part of are taken as they were. */
export function* survey(job: Job, fs: FileSystem, earlier?: Earlier): Steps<Survey> {
  const runner = new Runner(job, fs);
  const runs: Run[] = [];
  for (const [done, file] of job.configs.entries()) {
    const known = earlier?.runs.filter((run) => run.file === file) ?? [];
    for (const run of runsOf(file, job, runner, known, earlier?.changed ?? new Set())) {
      runs.push(run);
      yield { config: file, transport: run.transport, done, total: job.configs.length };
    }
  }
  return { runs, ...findingsOf(job, runs, absoluteIn(fs, job.cwd)), dryRuns: runner.count };
}

/** One that selects its adapter itself is run as it is, once; the others under each transport. */
function* runsOf(
  file: string,
  { transports = usualTransports, isWhole = false }: Job,
  runner: Runner,
  known: readonly Run[],
  changed: ReadonlySet<string>,
): Generator<Run> {
  const isSame = ({ read }: Run) => ![...changed].some((path) => read.has(path));
  const own = known.find(({ given }) => given === undefined);
  if (own !== undefined || isWhole) {
    yield own !== undefined && isSame(own) ? own : runner.run(file, undefined);
    return;
  }
  for (const transport of transports) {
    const same = known.find(({ given }) => given === transport);
    if (same !== undefined && isSame(same)) {
      yield same;
      continue;
    }
    const run = runner.run(file, transport);
    // A config that stops early may still name an adapter.
    const chosen =
      run.choosesAdapter || (!run.complete && runner.namesAdapter(file))
        ? runner.run(file, undefined)
        : undefined;
    if (chosen !== undefined) {
      yield chosen;
      return;
    }
    yield run;
    // Under another transport it would take as long again.
    if (isStopped(run)) return;
  }
}

/**
 * The usual transports are only tried, not requested. Where a config works under one of them, a command that another one
 * lacks is not a fault: for example `swd newdap` under jtag.
 */
function withoutMisfits(runs: readonly Run[]): readonly Run[] {
  const whole = new Set(runs.filter(({ problems }) => problems.length === 0).map(({ file }) => file));
  return runs.filter((run) => !(whole.has(run.file) && isOfOtherTransport(run)));
}

function isOfOtherTransport({ problems: [first], transport, found }: Run): boolean {
  if (first?.code !== "invalid-command") return false;
  // A script that is there for every transport has to know it.
  if (found.some(({ rule }) => rule === swjNewdapTransport.id)) return false;
  return originsOf(first.subject ?? "").some(({ kind, name }) => kind === "transport" && name !== transport);
}

function findingsOf(job: Job, runs: readonly Run[], absolute: Absolute): Pick<Survey, "found" | "omitted"> {
  const files = new Map<string, SourceFile>();
  for (const { sources } of runs) for (const file of sources) files.set(file.path, file);
  // Under one transport only, a comment may be for another.
  const judged = new Set(job.transports === undefined ? job.configs : []);
  const counted = job.transports === undefined ? withoutMisfits(runs) : runs;
  const all = merged([...counted.flatMap(({ found }) => found), ...refusalsIn(counted, job)], absolute);
  const known = rules.map(({ id }) => id);
  const found = withLevels(
    sorted(suppress(all, [...files.values()], { known, judged })),
    absolute,
    job.severityOf,
  );
  const omitted = Math.max(0, ...runs.map((run) => run.omitted), found.length - MOST_FINDINGS);
  return { found: found.slice(0, MOST_FINDINGS), omitted };
}
