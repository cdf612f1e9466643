import { type Stale, staleness } from "../emit/stale.ts";
import { readManifest } from "../install/manifest.ts";
import { type Scope, scopeOf } from "../install/scope.ts";
import type { Job } from "../mend/runs.ts";
import { diskFiles, type FileSystem, withFiles } from "../openocd/file-system.ts";
import { UsageError } from "./errors.ts";
import { type SharedOptions, variablesOf } from "./inputs.ts";
import { readStdin, stdinPath, stdinScope, stdinWord } from "./stdin.ts";

/** One path of the command line: what it holds, and how that is to be run. */
export interface Work {
  /** As given. */
  path: string;
  scope: Scope;
  job: Job;
  fs: FileSystem;
  /** What has changed since an overlay was written; nothing for other paths. */
  stale: Stale[];
}

/** Makes out what a path holds. Throws UsageError, or ScopeError where nothing is there to check. */
export async function workFor(path: string, options: SharedOptions): Promise<Work> {
  const { search: searchPaths, openocd, transport, set } = options;
  const variables = variablesOf(set);
  const given = { searchPaths, ...(openocd !== undefined && { openocd }) };
  const isStdin = path === stdinWord;
  const scope = isStdin ? stdinScope(given) : scopeOf(path, given);
  const fs = isStdin ? withFiles(new Map([[stdinPath, await readStdin()]]), diskFiles) : diskFiles;
  if (scope.kind === "file" && fs.read(scope.location) === undefined) {
    throw new UsageError(`cannot read ${path}; a config is a plain file of at most 16 MiB`);
  }
  const job: Job = {
    configs: scope.configs,
    searchPaths: scope.searchPaths,
    openocd: scope.openocd.version,
    variables,
    ...(transport.length > 0 && { transports: transport }),
  };
  const manifest = scope.kind === "overlay" ? readManifest(scope.root) : undefined;
  const stale = manifest === undefined ? [] : staleness(scope.root, manifest);
  return { path, scope, job, fs, stale };
}
