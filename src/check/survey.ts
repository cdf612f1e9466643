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

/** All configs of a job run under all transports, with the findings. */
export interface Survey {
  runs: readonly Run[];
  found: Finding[];
  /** The number of further findings. */
  omitted: number;
  /** The number of dry runs. */
  dryRuns: number;
}

/** An earlier survey, and the absolute paths of the files whose text has changed since. */
export interface Earlier {
  runs: readonly Run[];
  changed: ReadonlySet<string>;
}

/** Runs a job's configs. Earlier results are reused for configs without changed files. */
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

/** A config that selects its adapter runs once, unchanged; the others run under each transport. */
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
    // Under another transport it would take just as long again.
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
  // A script for all transports must support each of them.
  if (found.some(({ rule }) => rule === swjNewdapTransport.id)) return false;
  return originsOf(first.subject ?? "").some(({ kind, name }) => kind === "transport" && name !== transport);
}

function findingsOf(job: Job, runs: readonly Run[], absolute: Absolute): Pick<Survey, "found" | "omitted"> {
  const files = new Map<string, SourceFile>();
  for (const { sources } of runs) for (const file of sources) files.set(file.path, file);
  // With only one transport, a comment may be meant for another one.
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
