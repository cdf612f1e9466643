import type { CheckOptions } from "../../check/api.ts";
import type { Job } from "../../check/job.ts";
import { diskFiles } from "../../files/disk-files.ts";
import type { FileSystem } from "../../files/file-system.ts";
import { withFiles } from "../../files/layered-files.ts";
import type { Machine } from "../../install/machine.ts";
import { openProject } from "../../install/open.ts";
import type { Project } from "../../install/project.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { type Stale, staleness } from "../../overlay/staleness.ts";
import { printable } from "../../report/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { type RunOptions, variablesOf } from "./run-options.ts";
import { readStdin, stdinPath, stdinWord } from "./stdin.ts";

/** One path of the command line: the project there, and how it is to be run. */
export interface Work {
  project: Project;
  options: Pick<CheckOptions, "transports" | "variables"> & { fs: FileSystem };
  /** What has changed since an overlay was written; nothing for other paths. */
  stale: Stale[];
}

/** Finds out what a path holds. Throws UsageError, or ProjectError where nothing is there to check. */
export async function workFor(
  terminal: Terminal,
  path: string,
  options: RunOptions,
  machine: Machine = thisMachine(),
): Promise<Work> {
  const { transport, set } = options;
  const variables = variablesOf(set);
  const stdin = path === stdinWord ? stdinPath(terminal.cwd) : undefined;
  const fs =
    stdin === undefined ? diskFiles : withFiles(new Map([[stdin, await readStdin(terminal)]]), diskFiles);
  const project = { ...projectFor(stdin ?? path, options, fs, machine), path };
  if (project.kind === "file" && fs.read(project.location) === undefined) {
    throw new UsageError(`cannot read ${path}; a config is a plain file of at most 16 MiB`);
  }
  if (!options.quiet)
    for (const warning of project.warnings) terminal.say(`l5cfg-fix: ${printable(warning)}`);
  const manifest = project.kind === "overlay" ? project.manifest : undefined;
  return {
    project,
    options: { variables, fs, ...(transport.length > 0 && { transports: transport }) },
    stale: manifest === undefined ? [] : staleness(project.root, manifest),
  };
}

function projectFor(path: string, options: RunOptions, fs: FileSystem, machine: Machine): Project {
  const { search: searchPaths, openocd, openocdBin, install } = options;
  return openProject(path, {
    searchPaths,
    ...(openocd !== undefined && { openocd }),
    ...(install !== undefined && { install }),
    ...(openocdBin !== undefined && { openocdBin }),
    fs,
    machine,
  });
}

/** The same as a job, for what runs configs itself. */
export function jobOf({ project, options }: Work): Job {
  const { configs, searchPaths, openocd } = project;
  const { transports, variables } = options;
  return {
    configs,
    searchPaths,
    openocd: openocd.version,
    facts: openocd.facts,
    ...(variables && { variables }),
    ...(transports && { transports }),
  };
}
