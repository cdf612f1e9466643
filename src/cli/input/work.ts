import { resolve } from "node:path";
import type { CheckOptions } from "../../check/api.ts";
import type { Job } from "../../check/job.ts";
import { diskFiles } from "../../files/disk-files.ts";
import type { FileSystem } from "../../files/file-system.ts";
import { withFiles } from "../../files/layered-files.ts";
import type { Machine } from "../../install/machine.ts";
import { openProject } from "../../install/open.ts";
import type { Project } from "../../install/project.ts";
import { rememberingMachine } from "../../install/this-machine.ts";
import { type Stale, staleness } from "../../overlay/staleness.ts";
import { findProjectFile } from "../../project/find.ts";
import type { OpenedProject } from "../../project/open-with.ts";
import { pathName } from "../../report/path-name.ts";
import { printable } from "../../report/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { firstOf, levelsOf } from "./levels.ts";
import { type RunOptions, variablesOf } from "./run-options.ts";
import { readStdin, stdinPath, stdinWord } from "./stdin.ts";

/** Configs of one path of the command line that are run in the same way, and how. */
export interface Work {
  project: Project;
  options: Pick<CheckOptions, "transports" | "variables" | "severityOf" | "cwd"> & { fs: FileSystem };
  /** Whether it is of several paths, or of a command line. */
  isMerged?: true;
  /** What has changed since an overlay was written; nothing for other paths. */
  stale: Stale[];
}

/** Finds out what a path holds, where all of it is run in the same way. Throws as {@link worksFor} does. */
export async function workFor(
  terminal: Terminal,
  path: string,
  options: RunOptions,
  machine: Machine = rememberingMachine(),
): Promise<Work> {
  const [work, another] = await worksFor(terminal, path, options, machine);
  if (another === undefined) return work!;
  const { projectFile } = another.project;
  throw new UsageError(
    `${projectFile} has several ways to run what ${path} holds; name a config, or run it with --ignore-config`,
  );
}

/**
 * Finds out what a path holds: one part for all configs that are run in the same way. Throws UsageError,
 * ProjectFileError, or ProjectError where nothing is there to check.
 */
export async function worksFor(
  terminal: Terminal,
  path: string,
  options: RunOptions,
  machine: Machine = rememberingMachine(),
): Promise<Work[]> {
  const stdin = path === stdinWord ? stdinPath(terminal.cwd) : undefined;
  const fs =
    stdin === undefined ? diskFiles : withFiles(new Map([[stdin, await readStdin(terminal)]]), diskFiles);
  const opened = await openAll(terminal, stdin ?? path, options, { fs, machine });
  const severityOf = levelsOf(options);
  return opened.map(({ project: found, options: how }) => {
    const levels = firstOf(severityOf, how.severityOf);
    const project = { ...found, path };
    if (project.kind === "file" && fs.read(project.location) === undefined) {
      throw new UsageError(`cannot read ${path}; a config is a plain file of at most 16 MiB`);
    }
    for (const warning of project.warnings) terminal.note(`l5cfg-fix: ${printable(warning)}`);
    terminal.detail(() => projectText(project, terminal.cwd));
    const manifest = project.kind === "overlay" ? project.manifest : undefined;
    return {
      project,
      options: { ...how, ...(levels && { severityOf: levels }) },
      stale: manifest === undefined ? [] : staleness(project.root, manifest),
    };
  });
}

/** What a path was found to be, and where its scripts are looked for. */
function projectText({ path, kind, searchPaths, openocd }: Project, cwd: string): string {
  const folders = searchPaths.map((folder) => pathName(folder, cwd)).join(", ");
  return `l5cfg-fix: ${printable(path)} is of the kind "${kind}", for OpenOCD ${printable(openocd.version)} (${printable(openocd.why)}); scripts are looked for in ${folders}`;
}

async function openAll(
  terminal: Terminal,
  path: string,
  options: RunOptions,
  { fs, machine }: { fs: FileSystem; machine: Machine },
): Promise<OpenedProject[]> {
  const { transport, set, search, openocd, openocdBin, install, config, ignoreConfig, exclude } = options;
  const variables = variablesOf(set);
  const given = {
    ...(search.length > 0 && { searchPaths: search }),
    ...(openocd !== undefined && { openocd }),
    ...(install !== undefined && { install }),
    ...(openocdBin !== undefined && { openocdBin }),
    ...(exclude !== undefined && { exclude }),
    ...{ fs, machine },
  };
  const how = { variables, ...(transport.length > 0 && { transports: transport }) };
  const at = resolve(terminal.cwd, path);
  const named = config === undefined ? undefined : resolve(terminal.cwd, config);
  const file = ignoreConfig ? undefined : (named ?? findProjectFile(at, fs));
  if (file === undefined && fs.kind(at) !== "folder")
    return [{ project: openProject(path, given), options: { ...how, fs } }];
  const { openAsSaid } = await import("./project-file.ts");
  return openAsSaid(terminal, { file, at, path }, { ...given, ...how }, options);
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
