import { relative } from "node:path";
import { unifiedDiff } from "../edit/diff.ts";
import type { FileSystem } from "../files/file-system.ts";
import { scopeOf } from "../install/scope.ts";
import type { Config } from "../openocd/model.ts";
import type { Finding } from "../rules/finding.ts";
import { checkConfig, checkJob } from "./check.ts";
import { fixJob, type Patch, type PatchedFile } from "./fix.ts";
import type { Job } from "./runs.ts";

/** What configs are checked for; everything has a usual value. */
export interface CheckOptions {
  /** Folders that `find` looks in before the scripts' own, in order: OpenOCD's `-s`. */
  searchPaths?: readonly string[];
  /** The transports to run configs under that do not select one; hla_swd, dapdirect_swd, swd and jtag by default. */
  transports?: readonly string[];
  /** The version to check against, as `openocd --version` says it; by default the one that the path tells. */
  openocd?: string;
  /** Global variables set beforehand. */
  variables?: Readonly<Record<string, string>>;
  fs?: FileSystem;
}

/** What is fixed, and what for. */
export interface FixPathOptions extends CheckOptions {
  /** Applies fixes that want a person's yes, too. */
  unsafe?: boolean;
}

/** A patched file with its change as a unified diff, named relative to the scripts folder. */
export type DiffedFile = PatchedFile & { diff: string };

/**
 * What the rules find in a config that was loaded (with `lenient`, so that one fault does not hide the next), or in
 * whatever a path holds: a config, a scripts folder, a plugin, an install. Throws ScopeError for a path that holds no
 * config, RangeError for a version that cannot be read.
 *
 * @example
 * ```ts
 * import { check } from "l5cfg-fix";
 *
 * const [first] = check("fixtures/stm32cubeide_1.4.0");
 * console.log(first?.rule, first?.at.line, first?.fix?.safety); // prints work-area-missing 61 safe
 * ```
 */
export function check(subject: Config | string, options: CheckOptions = {}): Finding[] {
  return typeof subject === "string"
    ? checkJob(jobFor(subject, options).job, options.fs)
    : checkConfig(subject);
}

/**
 * Fixes what a path holds, in memory; nothing is written. Each fix is tried: the patched files are run again, the finding has
 * to be gone and nothing else changed. Throws as {@link check} does.
 *
 * @example
 * ```ts
 * import { fix } from "l5cfg-fix";
 *
 * const { files, fixed, left } = fix("fixtures/stm32cubeide_1.4.0");
 * console.log(files.length, fixed.length, left.length); // prints 2 4 0
 * ```
 */
export function fix(path: string, options: FixPathOptions = {}): Patch<DiffedFile> {
  const { job, root } = jobFor(path, options);
  const { unsafe = false, fs } = options;
  const patch = fixJob(job, { unsafe, ...(fs && { fs }) });
  return { ...patch, files: patch.files.map((file) => ({ ...file, diff: diffOf(file, root) })) };
}

function diffOf({ path, before, after }: PatchedFile, root: string): string {
  return unifiedDiff([{ name: relative(root, path).replaceAll("\\", "/"), before, after }]);
}

function jobFor(path: string, options: CheckOptions): { job: Job; root: string } {
  const { searchPaths = [], openocd, transports, variables } = options;
  const scope = scopeOf(path, { searchPaths: [...searchPaths], ...(openocd !== undefined && { openocd }) });
  const job: Job = {
    configs: scope.configs,
    searchPaths: scope.searchPaths,
    openocd: scope.openocd.version,
    ...(transports && { transports }),
    ...(variables && { variables }),
  };
  return { job, root: scope.root };
}
