import type { RunOptions } from "../check/api.ts";
import { diskOf } from "../files/disk-of.ts";
import type { FileSystem } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";
import { ProjectError } from "../install/errors.ts";
import { type OpenOptions, openProject } from "../install/open.ts";
import type { Project } from "../install/project.ts";
import { projectAt } from "../install/project-at.ts";
import { matcher } from "./patterns.ts";
import type { ProjectSettings, RunSettings } from "./settings.ts";

/** What is opened, and what counts before a project file. */
export interface OpenProjectsOptions extends OpenOptions, Pick<RunOptions, "transports" | "variables"> {
  /** The project file to use; false for none. The nearest one by default. */
  projectFile?: string | false;
  /** Configs that are not checked where a folder is named, as .gitignore has it, from `cwd`. */
  exclude?: readonly string[];
}

/** Configs that are run in the same way, for `check` or `fix`. */
export interface OpenedProject {
  project: Project;
  options: Pick<RunOptions, "transports" | "variables" | "severityOf"> & { fs: FileSystem };
}

/**
 * Makes projects of a path with the settings of a project file at hand. `at` is the path, absolute; `onOpen` is called before each
 * config that is opened by itself.
 */
export function openWith(
  settings: ProjectSettings | undefined,
  at: string,
  path: string,
  { projectFile: _, exclude = [], fs, ...given }: OpenProjectsOptions & { fs: FileSystem },
  onOpen: (config: string, done: number, total: number) => void = () => {},
): OpenedProject[] {
  const { path: paths = posixPath } = fs;
  const open = (run: RunSettings, what: string): OpenedProject => ({
    project: {
      ...openProject(what, { ...openOptions(run), ...given, fs }),
      path,
      ...(settings && { projectFile: settings.file }),
    },
    options: {
      fs,
      ...runOptions(run, given),
      ...(settings && { severityOf: settings.severityOf }),
    },
  });
  const runOf = settings?.runOf ?? (() => ({}));
  if (fs.kind(at) !== "folder") return [open(runOf(at), path)];
  const { install: __, openocdBin: ___, machine: ____, ...found } = given;
  const project = projectAt(path, { ...openOptions(runOf(at)), ...found, disk: diskOf(fs) });
  const isNamedOut = matcher(exclude, paths.resolve(given.cwd ?? "."), paths);
  const configs = project.configs.filter((one) => !isNamedOut(one) && !settings?.isExcluded(one));
  if (configs.length === 0) throw new ProjectError(excludedText(path, exclude, settings));
  if (isLoose(project)) {
    return opened(configs, (config) => {
      onOpen(config, configs.indexOf(config), configs.length);
      return alone(open(runOf(config), config), at);
    });
  }
  return opened(
    configs,
    (config) => open(runOf(config), path),
    (config) => JSON.stringify(runOf(config)),
  );
}

/** Configs of no scripts folder: each is looked at by itself, so that it means the same as when it is named alone. */
function isLoose({ kind, root, location, plugin, manifest }: Project): boolean {
  return kind === "folder" && root === location && plugin === undefined && manifest === undefined;
}

function alone({ project, options }: OpenedProject, at: string): OpenedProject {
  return { project: { ...project, kind: "folder", location: at }, options };
}

/** Opens configs, and puts those together that are run in the same way. What has the same key is opened once. */
function opened(
  configs: readonly string[],
  open: (config: string) => OpenedProject,
  keyOf: (config: string) => string = (config) => config,
): OpenedProject[] {
  const byKey = new Map<string, OpenedProject>();
  const groups = new Map<string, { first: OpenedProject; configs: string[] }>();
  for (const config of configs) {
    const one = byKey.get(keyOf(config)) ?? open(config);
    byKey.set(keyOf(config), one);
    const group = groups.get(wayOf(one)) ?? { first: one, configs: [] };
    group.configs.push(config);
    groups.set(wayOf(one), group);
  }
  return [...groups.values()].map(({ first, configs }) => ({
    ...first,
    project: { ...first.project, configs },
  }));
}

/** All that two configs have in common where they are run in the same way. */
function wayOf({ project, options }: OpenedProject): string {
  const { root, searchPaths, openocd, binary } = project;
  const { transports, variables } = options;
  return JSON.stringify([root, searchPaths, openocd, binary, transports, variables]);
}

function excludedText(
  path: string,
  exclude: readonly string[],
  settings: ProjectSettings | undefined,
): string {
  const who = exclude.length > 0 ? `--exclude ${exclude.join(", ")}` : settings!.file;
  return `${who} excludes every config of ${path}; name one by itself to check it`;
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
