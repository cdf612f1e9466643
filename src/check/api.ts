import { relative, resolve } from "node:path";
import { unifiedDiff } from "../edit/diff.ts";
import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import { snapshot } from "../files/snapshot.ts";
import { type OpenOptions, openProject } from "../install/open.ts";
import type { Project } from "../install/project.ts";
import { releaseNamed } from "../openocd/version.ts";
import type { Finding as Found } from "../rules/finding.ts";
import { fixing, type PatchedFile } from "./fix.ts";
import type { Job, Steps } from "./job.ts";
import { requireKnown, requireSynchronous } from "./options.ts";
import { Plain } from "./plain.ts";
import type { CheckResult, FixedFile, FixResult } from "./result.ts";
import type { Run } from "./run.ts";
import { inPortions, toEnd, type WatchOptions } from "./steps.ts";
import { survey } from "./survey.ts";

/** How configs are run; everything has a usual value. */
export interface RunOptions extends WatchOptions {
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
  return toEnd(checkSteps(subject, options), options);
}

/**
 * {@link check} for programs with an event loop to keep going: it pauses between dry runs, so that `signal` and `onProgress`
 * are of use.
 *
 * @example
 * ```ts
 * import { checkAsync } from "l5cfg-fix";
 *
 * const signal = AbortSignal.timeout(60_000);
 * const { findings } = await checkAsync("fixtures/stm32cubeide_1.4.0", { signal });
 * console.log(findings.length); // prints 3
 * ```
 */
export async function checkAsync(
  subject: string | Project,
  options: CheckOptions = {},
): Promise<CheckResult> {
  return inPortions(checkSteps(subject, options), options);
}

function* checkSteps(subject: string | Project, options: CheckOptions): Steps<CheckResult> {
  const { project, job, fs, plain } = opened(subject, options);
  const { found, omitted, runs } = yield* survey(job, fs);
  const findings = found.map((finding) => plain.finding(finding));
  return { ...resultOf(project, runs, plain), findings, texts: plain.texts, omitted };
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
  return toEnd(fixSteps(subject, options), options);
}

/**
 * {@link fix} for programs with an event loop to keep going, as {@link checkAsync} is.
 *
 * @example
 * ```ts
 * import { fixAsync } from "l5cfg-fix";
 *
 * const { left } = await fixAsync("fixtures/stm32cubeide_1.4.0");
 * console.log(left); // prints []
 * ```
 */
export async function fixAsync(subject: string | Project, options: FixOptions = {}): Promise<FixResult> {
  return inPortions(fixSteps(subject, options), options);
}

function* fixSteps(subject: string | Project, options: FixOptions): Steps<FixResult> {
  const { project, job, fs, plain } = opened(subject, options);
  const { unsafe = false, objectTo } = options;
  const patch = yield* fixing(job, { unsafe, fs, ...(objectTo && { objectTo }) });
  const { files, fixed, left, omitted, runs } = patch;
  const plainly = (finding: Found) => ({
    ...plain.finding(finding),
    ...(plain.isLater(finding) && { isLater: true as const }),
  });
  return {
    ...resultOf(project, runs, plain),
    files: files.map((file) => fixedFile(file, project.root)),
    fixed: fixed.map(plainly),
    left: left.map(({ finding, why }) => ({ ...plainly(finding), ...(why !== undefined && { why }) })),
    texts: plain.texts,
    omitted,
  };
}

function resultOf(project: Project, runs: readonly Run[], plain: Plain): ResultHead {
  const { path, kind, location, root, configs, searchPaths, warnings, openocd } = project;
  const { version, why, exact } = openocd;
  return {
    project: { path, kind, location, root, configs, searchPaths, warnings },
    openocd: { version, why, exact, ...(!exact && { standIn: releaseNamed(version).version }) },
    runs: runs.map(({ file, given, transport, adapter, sources, problems: [problem] }) => ({
      config: file,
      transport,
      adapter,
      choosesAdapter: given === undefined && adapter !== "",
      read: sources.map(({ path: source }) => resolve(source)),
      ...(problem && { refusal: plain.refusal(problem, file) }),
    })),
    read: [...new Set(runs.flatMap(({ sources }) => sources.map(({ path: file }) => resolve(file))))],
  };
}

type ResultHead = Pick<CheckResult, "project" | "openocd" | "runs" | "read">;

function opened(
  subject: string | Project,
  options: CheckOptions,
): { project: Project; job: Job; fs: FileSystem; plain: Plain } {
  const project = projectOf(subject, options);
  const fs = snapshot(filesOf(options));
  const plain = new Plain(options.cwd ?? ".", (path) => fs.read(path));
  return { project, job: jobOf(project, options), fs, plain };
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

function jobOf(
  { configs, searchPaths, openocd }: Project,
  { transports, variables, cwd }: CheckOptions,
): Job {
  return {
    configs,
    searchPaths,
    openocd: openocd.version,
    facts: openocd.facts,
    isStandIn: !openocd.exact && openocd.facts === undefined,
    ...(transports && { transports }),
    ...(variables && { variables }),
    ...(cwd !== undefined && { cwd }),
  };
}
