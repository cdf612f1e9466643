import type { RunOptions } from "../check/api.ts";
import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";
import { ProjectError } from "../install/errors.ts";
import { type OpenOptions, openProject } from "../install/open.ts";
import type { Project } from "../install/project.ts";
import { type ProjectSettings, type RunSettings, settingsFor } from "./settings.ts";

/** What is opened, and what counts before a project file. */
export interface OpenProjectsOptions extends OpenOptions, Pick<RunOptions, "transports" | "variables"> {
  /** The project file to use; false for none. The nearest one by default. */
  projectFile?: string | false;
}

/** Configs that are run in the same way, for `check` or `fix`. */
export interface OpenedProject {
  project: Project;
  options: Pick<RunOptions, "transports" | "variables" | "severityOf"> & { fs: FileSystem };
}

/**
 * Makes projects of a path, as its project file says: one for the configs that are run in the same way, mostly one in all.
 * What is given comes before what the file says. The program that a file names is not run: give it as `openocdBin` where
 * you trust it. Throws ProjectFileError for a file that cannot be used as it is, and as `openProject` does.
 *
 * @example
 * ```ts
 * import { check, openProjects } from "l5cfg-fix";
 *
 * const opened = openProjects("fixtures/stm32cubeide_1.4.0", { transports: ["hla_swd"] });
 * const results = opened.map(({ project, options }) => check(project, options));
 * console.log(results.map(({ findings }) => findings.length)); // prints [ 3 ]
 * ```
 */
export function openProjects(path: string, options: OpenProjectsOptions = {}): OpenedProject[] {
  const { fs = diskFiles, cwd = ".", projectFile } = options;
  const { resolve } = fs.path ?? posixPath;
  const at = resolve(cwd, path);
  const given = typeof projectFile === "string" ? resolve(cwd, projectFile) : undefined;
  return openWith(projectFile === false ? undefined : settingsFor(at, fs, given), at, path, {
    ...options,
    fs,
  });
}

/** The same with the settings at hand. `at` is the path, absolute. */
export function openWith(
  settings: ProjectSettings | undefined,
  at: string,
  path: string,
  { projectFile: _, fs, ...given }: OpenProjectsOptions & { fs: FileSystem },
): OpenedProject[] {
  const open = (run: RunSettings) => ({
    project: {
      ...openProject(path, { ...openOptions(run), ...given, fs }),
      ...(settings && { projectFile: settings.file }),
    },
    options: {
      fs,
      ...runOptions(run, given),
      ...(settings && { severityOf: settings.severityOf }),
    },
  });
  const whole = settings?.runOf(at) ?? {};
  const first = open(whole);
  if (settings === undefined || first.project.kind === "file") return [first];
  const groups = new Map<string, { run: RunSettings; configs: string[] }>();
  for (const config of first.project.configs) {
    if (settings.isExcluded(config)) continue;
    const run = settings.runOf(config);
    const key = JSON.stringify(run);
    groups.set(key, { run, configs: [...(groups.get(key)?.configs ?? []), config] });
  }
  if (groups.size === 0)
    throw new ProjectError(
      `${settings.file} excludes every config of ${path}; name one by itself, or change "exclude"`,
    );
  return [...groups].map(([key, { run, configs }]) => {
    const opened = key === JSON.stringify(whole) ? first : open(run);
    return { ...opened, project: { ...opened.project, configs } };
  });
}

function openOptions({ openocd, searchPaths }: RunSettings): OpenOptions {
  return { ...(openocd !== undefined && { openocd }), ...(searchPaths && { searchPaths }) };
}

function runOptions(
  { transports, variables }: RunSettings,
  given: Pick<OpenProjectsOptions, "transports" | "variables">,
): OpenedProject["options"] extends infer T ? Omit<T, "fs"> : never {
  const both = { ...variables, ...given.variables };
  const names = given.transports ?? transports;
  return { ...(names && { transports: names }), ...(Object.keys(both).length > 0 && { variables: both }) };
}
