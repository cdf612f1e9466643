import { diskFiles, type FileSystem } from "../openocd/file-system.ts";
import { releaseNamed } from "../openocd/load.ts";
import type { Config } from "../openocd/model.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/index.ts";
import { type Job, type Run, runs } from "./runs.ts";

/** What the rules find in one run of a config. Run it leniently, so that one fault does not hide the next. */
export function checkConfig(config: Config): Finding[] {
  return findings({ config, release: releaseNamed(config.openocd) });
}

function findings(run: Run): Finding[] {
  const transports = run.config.transport === "" ? [] : [run.config.transport];
  return rules.flatMap((rule) =>
    [...rule.check(run)].map((seen) => ({ rule: rule.id, severity: rule.severity, transports, ...seen })),
  );
}

/** Findings of many runs, each once, in the order of files and lines. */
export function merge(all: Iterable<Finding>): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of all) {
    const key = findingKey(finding);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { ...finding, transports: [...finding.transports] });
    else {
      for (const transport of finding.transports) {
        if (!known.transports.includes(transport)) known.transports.push(transport);
      }
      if (finding.severity === "error") known.severity = "error";
      if (known.fix === undefined && finding.fix !== undefined) known.fix = finding.fix;
    }
  }
  return [...merged.values()].sort((a, b) => compare(a.at.file, b.at.file) || a.at.start - b.at.start);
}

/** The same fault in the same place is the same finding, whatever a run calls the chip. */
export function findingKey({ rule, at }: Finding): string {
  return `${rule} ${at.file} ${at.start}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Runs a job and tells what the rules find. */
export function checkJob(job: Job, fs: FileSystem = diskFiles): Finding[] {
  const all: Finding[] = [];
  for (const run of runs(job, fs)) all.push(...findings(run));
  return merge(all);
}
