import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import { type OpenOptions, openProject } from "../install/open.ts";
import type { Project } from "../install/project.ts";
import * as engine from "./engine.ts";
import { requireKnown, requireSynchronous } from "./options.ts";
import type { CheckResult, FixResult } from "./result.ts";

/** How configs are run; everything has a usual value. */
export interface RunOptions extends engine.RunOptions {
  /** Where files are read: this machine's disk by default. */
  fs?: FileSystem;
}

/** What is checked, and how; everything has a usual value. */
export type CheckOptions = OpenOptions & RunOptions;

/** What is fixed, and what for. */
export interface FixOptions extends OpenOptions, RunOptions, engine.ApplyOptions {}

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
  return engine.check(...here(subject, options));
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
  return engine.checkAsync(...here(subject, options));
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
  return engine.fix(...here(subject, options));
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
  return engine.fixAsync(...here(subject, options));
}

/** What is checked, opened on this machine: with its installs, and a program that may be asked. */
function here<Options extends CheckOptions>(
  subject: string | Project,
  options: Options,
): [Project, Options & { fs: FileSystem }] {
  requireKnown(options.transports ?? []);
  const fs = requireSynchronous(options.fs ?? diskFiles);
  return [
    typeof subject === "string" ? openProject(subject, { ...options, fs }) : subject,
    { ...options, fs },
  ];
}
