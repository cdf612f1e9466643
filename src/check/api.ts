import { relative } from "node:path";
import { unifiedDiff } from "../edit/diff.ts";
import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import { snapshot } from "../files/snapshot.ts";
import { type OpenOptions, openProject } from "../install/open.ts";
import type { Project } from "../install/project.ts";
import { releaseNamed } from "../openocd/version.ts";
import { checkJob } from "./check.ts";
import { fixJob, type PatchedFile, withPatch } from "./fix.ts";
import { requireKnown, requireSynchronous } from "./options.ts";
import { Plain } from "./plain.ts";
import type { CheckResult, FixedFile, FixResult, RunResult } from "./result.ts";
import type { Job, Run } from "./runs.ts";

/** How configs are run; everything has a usual value. */
export interface RunOptions {
  /** The transports to run configs under that do not select one; hla_swd, dapdirect_swd, swd and jtag by default. */
  transports?: readonly string[];
  /** Global variables set beforehand. */
  variables?: Readonly<Record<string, string>>;
  /** Where files are read: this machine's disk by default. */
  fs?: FileSystem;
}

/** What is checked, and how; everything has a usual value. */
export type CheckOptions = OpenOptions & RunOptions;

/** What is fixed, and what for. */
export interface FixOptions extends OpenOptions, RunOptions {
  /** Also applies unsafe fixes. */
  unsafe?: boolean;
  /** Why a file must not be patched, by its absolute path; undefined where it may be. Findings there are left. */
  objectTo?: (file: string) => string | undefined;
}

/**
 * What the rules find in what a path holds: a config, a scripts folder, a plugin, an install. What OpenOCD would refuse is
 * among the findings. A project that was made out before is checked as it is: only `transports`, `variables` and `fs` count
 * for it. Throws ProjectError for a path that holds no config, L5cfgFixError for a version that cannot be read.
 *
 * @example
 * ```ts
 * import { check } from "l5cfg-fix";
 *
 * const [first] = check("fixtures/stm32cubeide_1.4.0").findings;
 * console.log(first?.rule, first?.at.line, first?.fix?.safety); // prints work-area-missing 66 safe
 * ```
 */
export function check(subject: string | Project, options: CheckOptions = {}): CheckResult {
  const project = projectOf(subject, options);
  const job = jobOf(project, options);
  const fs = snapshot(filesOf(options));
  const record = new RunRecord(new Plain(".", (path) => fs.read(path)));
  const found = checkJob(job, fs, (run, found) => record.add(run, found));
  const findings = found.map((finding) => record.plain.finding(finding));
  return { ...record.result(project), findings, texts: record.plain.texts };
}

/**
 * Fixes what a path holds, in memory; nothing is written. Every fix is verified: the patched files are run again, the
 * finding has to be gone and nothing else changed. Throws as {@link check} does.
 *
 * @example
 * ```ts
 * import { fix } from "l5cfg-fix";
 *
 * const { files, fixed, left } = fix("fixtures/stm32cubeide_1.4.0");
 * console.log(files.length, fixed.length, left.length); // prints 1 3 0
 * ```
 */
export function fix(subject: string | Project, options: FixOptions = {}): FixResult {
  const project = projectOf(subject, options);
  const job = jobOf(project, options);
  const fs = snapshot(filesOf(options));
  const { unsafe = false, objectTo } = options;
  const patch = fixJob(job, { unsafe, fs, ...(objectTo && { objectTo }) });
  const record = new RunRecord(new Plain(".", (path) => fs.read(path)));
  checkJob(job, withPatch(patch.files, fs), (run, found) => record.add(run, found));
  const { plain } = record;
  const fixed = patch.fixed.map((finding) => ({
    ...plain.finding(finding),
    ...(plain.isLater(finding) && { isLater: true as const }),
  }));
  const left = patch.left.map(({ finding, why }) => ({
    ...plain.finding(finding),
    ...(plain.isLater(finding) && { isLater: true as const }),
    ...(why !== undefined && { why }),
  }));
  const files = patch.files.map((file) => fixedFile(file, project.root));
  return { ...record.result(project), files, fixed, left, texts: plain.texts };
}

/** Writes down what was run. */
class RunRecord {
  readonly runs: RunResult[] = [];
  readonly read = new Set<string>();
  readonly plain: Plain;

  constructor(plain: Plain) {
    this.plain = plain;
  }

  add({ config }: Run, found: readonly unknown[] = []): void {
    const { file, transport, adapter, choosesAdapter, sources, problems } = config;
    const [problem] = problems;
    const read = [...new Set(sources.map(({ path }) => path))];
    for (const path of read) this.read.add(path);
    this.runs.push({
      config: file,
      transport,
      adapter,
      choosesAdapter: choosesAdapter && adapter !== "",
      read,
      ...(problem && found.length === 0 && { refusal: this.plain.refusal(problem) }),
    });
  }

  result(project: Project): Omit<CheckResult, "findings" | "texts"> {
    const { path, kind, location, root, configs, searchPaths, warnings, openocd } = project;
    const { version, why, exact } = openocd;
    return {
      project: { path, kind, location, root, configs, searchPaths, warnings },
      openocd: { version, why, exact, ...(!exact && { standIn: releaseNamed(version).version }) },
      runs: this.runs,
      read: [...this.read],
      omitted: 0,
    };
  }
}

function fixedFile({ path, before, after, edits }: PatchedFile, root: string): FixedFile {
  const name = relative(root, path).replaceAll("\\", "/");
  return { path, name, before, after, edits, diff: unifiedDiff([{ name, before, after }]) };
}

function projectOf(subject: string | Project, options: CheckOptions): Project {
  requireKnown(options.transports ?? []);
  return typeof subject === "string" ? openProject(subject, { ...options, fs: filesOf(options) }) : subject;
}

function filesOf({ fs }: CheckOptions): FileSystem {
  return fs === undefined || fs === diskFiles ? diskFiles : requireSynchronous(fs);
}

function jobOf({ configs, searchPaths, openocd }: Project, { transports, variables }: CheckOptions): Job {
  return {
    configs,
    searchPaths,
    openocd: openocd.version,
    ...(transports && { transports }),
    ...(variables && { variables }),
  };
}
