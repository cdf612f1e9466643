import type { Job } from "../../check/runs.ts";
import { diskFiles } from "../../files/disk-files.ts";
import type { FileSystem } from "../../files/file-system.ts";
import { withFiles } from "../../files/layered-files.ts";
import { openProject } from "../../install/open.ts";
import type { Project } from "../../install/project.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { type Stale, staleness } from "../../overlay/staleness.ts";
import { UsageError } from "../errors.ts";
import { readable } from "../terminal/readable.ts";
import { type SharedOptions, variablesOf } from "./inputs.ts";
import { readStdin, stdinPath, stdinWord } from "./stdin.ts";

/** One path of the command line: what it holds, and how that is to be run. */
export interface Work {
  /** As given. */
  path: string;
  scope: Project;
  job: Job;
  fs: FileSystem;
  /** What has changed since an overlay was written; nothing for other paths. */
  stale: Stale[];
}

/** Makes out what a path holds. Throws UsageError, or ProjectError where nothing is there to check. */
export async function workFor(path: string, options: SharedOptions): Promise<Work> {
  const { transport, set } = options;
  const variables = variablesOf(set);
  const isStdin = path === stdinWord;
  const fs = isStdin ? withFiles(new Map([[stdinPath, await readStdin()]]), diskFiles) : diskFiles;
  const scope = projectFor(path, options, fs);
  if (scope.kind === "file" && fs.read(scope.location) === undefined) {
    throw new UsageError(`cannot read ${path}; a config is a plain file of at most 16 MiB`);
  }
  if (!options.quiet) for (const warning of scope.warnings) console.error(`l5cfg-fix: ${readable(warning)}`);
  const job: Job = {
    configs: scope.configs,
    searchPaths: scope.searchPaths,
    openocd: scope.openocd.version,
    variables,
    ...(transport.length > 0 && { transports: transport }),
  };
  const manifest = scope.kind === "overlay" ? scope.manifest : undefined;
  const stale = manifest === undefined ? [] : staleness(scope.root, manifest);
  return { path, scope, job, fs, stale };
}

function projectFor(path: string, options: SharedOptions, fs: FileSystem): Project {
  const { search: searchPaths, openocd, install } = options;
  const isStdin = path === stdinWord;
  const project = openProject(isStdin ? stdinPath : path, {
    searchPaths,
    ...(openocd !== undefined && { openocd }),
    ...(install !== undefined && { install }),
    fs,
    machine: thisMachine(),
  });
  return isStdin ? { ...project, path } : project;
}
