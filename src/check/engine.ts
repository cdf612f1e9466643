/** The engine over files that are passed in: the project is made out, run, checked and fixed without a disk. */

import { unifiedDiff } from "../edit/diff.ts";
import { type Absolute, absoluteIn } from "../files/absolute.ts";
import { diskOf } from "../files/disk-of.ts";
import type { FileSystem, PathRules } from "../files/file-system.ts";
import { withFiles } from "../files/layered-files.ts";
import { posixPath } from "../files/posix-path.ts";
import { snapshot } from "../files/snapshot.ts";
import { type Project, type ProjectOptions, projectIn } from "../install/project.ts";
import type { Problem } from "../openocd/model.ts";
import { releaseNamed } from "../openocd/version.ts";
import type { Finding as Found } from "../rules/finding.ts";
import { fixing, type PatchedFile } from "./fix.ts";
import type { Job, Steps } from "./job.ts";
import type { LevelOf } from "./levels.ts";
import { requireKnown, requireSynchronous } from "./options.ts";
import { Plain } from "./plain.ts";
import { isOwnExit } from "./refused.ts";
import type { CheckResult, FindingKey, FixedFile, FixResult, RunResult } from "./result.ts";
import type { Run } from "./runner.ts";
import { inPortions, toEnd, type WatchOptions } from "./steps.ts";
import { survey } from "./survey.ts";

/** How configs are run; everything has a usual value. */
export interface RunOptions extends WatchOptions {
  /** The transports to run configs under that do not select one; hla_swd, dapdirect_swd, swd and jtag by default. */
  transports?: readonly string[];
  /** Global variables set beforehand. */
  variables?: Readonly<Record<string, string>>;
  /** How findings are reported, where not as their rules say; those that are `off` are neither reported nor fixed. */
  severityOf?: LevelOf;
}

/** What is checked in files that are passed in, and how. */
export interface FileCheckOptions extends ProjectOptions, RunOptions {
  /** Where the path and what it holds are read. */
  fs: FileSystem;
}

/** Which fixes are applied. */
export interface ApplyOptions {
  /** Also applies unsafe fixes. */
  unsafe?: boolean;
  /** Why a file must not be patched, by its absolute path; undefined where it may be. Findings there are left. */
  objectTo?: (file: string) => string | undefined;
  /** Whether a finding is to be fixed, where not all are; the others are left. */
  only?: (finding: FindingKey) => boolean;
}

/** What is fixed in files that are passed in, and what for. */
export interface FileFixOptions extends FileCheckOptions, ApplyOptions {}

/**
 * Makes a project of a path: which configs, with which scripts, for which OpenOCD. Throws ProjectError where nothing is
 * there to check, L5cfgFixError for a version that cannot be read.
 *
 * @example
 * ```ts
 * import { memoryFiles, openProject } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(new Map([["/board.cfg", "adapter speed 480"]]));
 * console.log(openProject("/board.cfg", { fs }).kind); // prints file
 * ```
 */
export function openProject(path: string, { fs, ...options }: ProjectOptions & { fs: FileSystem }): Project {
  return projectIn(path, diskOf(requireSynchronous(fs)), options);
}

/**
 * What the rules find in what a path holds: a config, a scripts folder, a plugin, an install. What OpenOCD would refuse is
 * among the findings. A project that was made out before is checked as it is: only `transports`, `variables` and `fs` count
 * for it. Throws ProjectError for a path that holds no config, L5cfgFixError for a version that cannot be read.
 *
 * @example
 * ```ts
 * import { check, memoryFiles } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(new Map([["/board.cfg", "reset_config sometimes"]]));
 * const { findings } = check("/board.cfg", { fs, openocd: "0.12.0" });
 * console.log(findings.map(({ rule }) => rule)); // prints [ 'reset-config-unknown' ]
 * ```
 */
export function check(subject: string | Project, options: FileCheckOptions): CheckResult {
  return toEnd(checkSteps(subject, options), options);
}

/**
 * {@link check} for programs with an event loop to keep going: it pauses between dry runs.
 *
 * @example
 * ```ts
 * import { checkAsync, memoryFiles } from "l5cfg-fix/core";
 *
 * const text = "jtag newtap a cpu -irlen 4\ntarget create a.cpu cortex_m -dap a.dap\n";
 * const { findings } = await checkAsync("/a.cfg", { fs: memoryFiles(new Map([["/a.cfg", text]])) });
 * console.log(findings[0]?.rule); // prints dap-missing
 * ```
 */
export async function checkAsync(subject: string | Project, options: FileCheckOptions): Promise<CheckResult> {
  return inPortions(checkSteps(subject, options), options);
}

/**
 * Fixes what a path holds, in memory. Every fix is verified: the patched files are run again, the finding has to be gone and
 * nothing else changed. Throws as {@link check} does.
 *
 * @example
 * ```ts
 * import { fix, memoryFiles } from "l5cfg-fix/core";
 *
 * const text = "jtag newtap a cpu -irlen 4\ntarget create a.cpu cortex_m -dap a.dap\n";
 * const { files } = fix("/a.cfg", { fs: memoryFiles(new Map([["/a.cfg", text]])) });
 * console.log(files[0]?.after.split("\n")[1]); // prints dap create a.dap -chain-position a.cpu
 * ```
 */
export function fix(subject: string | Project, options: FileFixOptions): FixResult {
  return toEnd(fixSteps(subject, options), options);
}

/**
 * {@link fix} for programs with an event loop to keep going, as {@link checkAsync} is.
 *
 * @example
 * ```ts
 * import { fixAsync, memoryFiles } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(new Map([["/board.cfg", "adapter speed 480"]]));
 * console.log((await fixAsync("/board.cfg", { fs })).files); // prints []
 * ```
 */
export async function fixAsync(subject: string | Project, options: FileFixOptions): Promise<FixResult> {
  return inPortions(fixSteps(subject, options), options);
}

function* checkSteps(subject: string | Project, options: FileCheckOptions): Steps<CheckResult> {
  const { project, job, fs, absolute, plain } = opened(subject, options);
  const { found, omitted, runs } = yield* survey(job, fs);
  const findings = found.map((finding) => plain.finding(finding));
  return { ...resultOf(project, runs, absolute, plain), findings, texts: plain.texts, omitted };
}

function* fixSteps(subject: string | Project, options: FileFixOptions): Steps<FixResult> {
  const { project, job, fs, absolute, plain } = opened(subject, options);
  const { unsafe = false, only } = options;
  const objectTo = objectionsOf(project, options);
  const patch = yield* fixing(job, { unsafe, fs, ...(objectTo && { objectTo }), ...(only && { only }) });
  const { files, fixed, left, omitted, runs } = patch;
  const plainly = (finding: Found) => ({
    ...plain.finding(finding),
    ...(plain.isLater(finding) && { isLater: true as const }),
  });
  return {
    ...resultOf(project, runs, absolute, plain),
    files: files.map((file) => fixedFile(file, project.root, fs.path ?? posixPath)),
    fixed: fixed.map(plainly),
    left: left.map(({ finding, why }) => ({ ...plainly(finding), ...(why !== undefined && { why }) })),
    texts: plain.texts,
    omitted,
  };
}

function resultOf(project: Project, runs: readonly Run[], absolute: Absolute, plain: Plain): ResultHead {
  const { path, kind, location, root, configs, searchPaths, projectFile, warnings, openocd } = project;
  const { version, why, exact } = openocd;
  return {
    project: {
      ...{ path, kind, location, root, configs, searchPaths, warnings },
      ...(projectFile !== undefined && { projectFile }),
    },
    openocd: { version, why, exact, ...(!exact && { standIn: releaseNamed(version).version }) },
    runs: runs.map(({ file, given, transport, adapter, sources, problems: [problem] }) => ({
      config: file,
      transport,
      adapter,
      choosesAdapter: given === undefined && adapter !== "",
      read: sources.map(({ path: source }) => absolute(source)),
      ...(problem && refusalOf(problem, file, project, plain)),
    })),
    read: [...new Set(runs.flatMap(({ sources }) => sources.map(({ path: file }) => absolute(file))))],
  };
}

function refusalOf(
  problem: Problem,
  file: string,
  { commandLine }: Project,
  plain: Plain,
): Pick<RunResult, "refusal"> {
  const refusal = plain.refusal(problem, file);
  if (commandLine === undefined) return { refusal };
  // A command line has all that OpenOCD gets, and may end it.
  const { needs: _, ...own } = refusal;
  return isOwnExit(problem, file) ? {} : { refusal: own };
}

type ResultHead = Pick<CheckResult, "project" | "openocd" | "runs" | "read">;

function opened(
  subject: string | Project,
  options: FileCheckOptions,
): { project: Project; job: Job; fs: FileSystem; absolute: Absolute; plain: Plain } {
  requireKnown(options.transports ?? []);
  const project = typeof subject === "string" ? openProject(subject, options) : subject;
  const fs = snapshot(filesOf(project, requireSynchronous(options.fs)));
  const absolute = absoluteIn(fs, options.cwd);
  const plain = new Plain(absolute, (path) => fs.read(path));
  return { project, job: jobOf(project, options), fs, absolute, plain };
}

/** The files of a project, including the script that represents a command line. */
function filesOf({ commandLine, location }: Project, fs: FileSystem): FileSystem {
  return commandLine === undefined ? fs : withFiles(new Map([[location, commandLine.script]]), fs);
}

/** What is on a command line is no file to patch. */
function objectionsOf(
  { commandLine, location }: Project,
  { objectTo }: ApplyOptions,
): ApplyOptions["objectTo"] {
  if (commandLine === undefined) return objectTo;
  return (file) => (file === location ? "it is on the command line; change it there" : objectTo?.(file));
}

function fixedFile({ path, before, after, edits }: PatchedFile, root: string, paths: PathRules): FixedFile {
  const name = paths.relative(root, path).replaceAll("\\", "/");
  return { path, name, before, after, edits, diff: unifiedDiff([{ name, before, after }]) };
}

/** What is run of a project, and how. */
export function jobOf(
  { configs, searchPaths, openocd, commandLine }: Project,
  { transports, variables, cwd, severityOf }: FileCheckOptions,
): Job {
  return {
    ...(commandLine && { isWhole: true }),
    configs,
    searchPaths,
    openocd: openocd.version,
    facts: openocd.facts,
    isStandIn: !openocd.exact && openocd.facts === undefined,
    ...(transports && { transports }),
    ...(variables && { variables }),
    ...(cwd !== undefined && { cwd }),
    ...(severityOf && { severityOf }),
  };
}
