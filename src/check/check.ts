import { resolve } from "node:path";
import type { FileEdits } from "../edit/edit.ts";
import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import { snapshot } from "../files/snapshot.ts";
import type { Config, SourceFile } from "../openocd/model.ts";
import { releaseNamed } from "../openocd/version.ts";
import type { Finding, Fix } from "../rules/finding.ts";
import { rules } from "../rules/index.ts";
import type { RuleContext } from "../rules/rule.ts";
import { suppress } from "../rules/suppress.ts";
import { type Job, type Run, runs } from "./runs.ts";

/** What the rules find in one run of a config. Run it leniently, so that one fault does not hide the next. */
export function checkConfig(config: Config): Finding[] {
  const found = findings({ config, release: releaseNamed(config.openocd) }, ".");
  return suppress(found, config.sources, { known: ruleNames(), judged: new Set() });
}

/** `cwd` is where the run looked for files by relative names. */
function findings(run: RuleContext, cwd: string): Finding[] {
  const transports = run.config.transport === "" ? [] : [run.config.transport];
  return rules.flatMap((rule) =>
    [...rule.check(run)].map(({ fix, ...seen }) => ({
      rule: rule.id,
      severity: rule.severity,
      transports,
      ...seen,
      ...(fix && { fix: { ...fix, edits: fix.edits.map((edits) => absolute(edits, cwd)) } }),
    })),
  );
}

/** OpenOCD names a file as it found it, in the working directory by a relative name. */
function absolute({ file, edits }: FileEdits, cwd: string): FileEdits {
  return { file: resolve(cwd, file), edits };
}

/** Findings of many runs, each once, in the order of files and lines. */
function merge(all: Iterable<Finding>): Finding[] {
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
      if (finding.fix !== undefined) known.fix = alsoFor(known.fix ?? finding.fix, finding.fix);
    }
  }
  return sorted([...merged.values()]);
}

/** The same edits change other things where a config calls the chip something else. */
function alsoFor(fix: Fix, other: Fix): Fix {
  if (JSON.stringify(other.edits) !== JSON.stringify(fix.edits)) return fix;
  return { ...fix, changes: [...new Set([...fix.changes, ...other.changes])] };
}

function sorted(all: Finding[]): Finding[] {
  return all.sort((a, b) => compare(a.at.file, b.at.file) || a.at.start - b.at.start);
}

/** The same fault in the same place is the same finding, whatever a run calls the chip. */
function findingKey({ rule, at }: Finding): string {
  return `${rule} ${resolve(at.file)} ${at.start}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Runs a job and tells what the rules find, save what comments in the files silence. `each` is told of every run, and of
 * what was found in it before that.
 */
export function checkJob(
  job: Job,
  fs: FileSystem = diskFiles,
  each?: (run: Run, found: readonly Finding[]) => void,
): Finding[] {
  const all: Finding[] = [];
  const files = new Map<string, SourceFile>();
  for (const run of runs(job, snapshot(fs))) {
    const found = findings(run, job.cwd ?? ".");
    all.push(...found);
    for (const file of run.config.sources) files.set(file.path, file);
    each?.(run, found);
  }
  // Under one transport only, a comment may be for another.
  const judged = new Set(job.transports === undefined ? job.configs : []);
  return sorted(suppress(merge(all), [...files.values()], { known: ruleNames(), judged }));
}

function ruleNames(): string[] {
  return rules.map(({ id }) => id);
}
