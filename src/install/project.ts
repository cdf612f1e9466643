/** From a user's path to a project: which configs, with which search path, for which OpenOCD. */

import type { Disk } from "../files/file-system.ts";
import { type Manifest, searchPathsOf } from "../manifest/manifest.ts";
import type { ProgramFacts } from "../openocd/program-facts.ts";
import { ProjectError } from "./errors.ts";
import { find, type ProjectKind } from "./find.ts";
import type { Plugin } from "./plugins.ts";
import { type ChosenOpenOcd, chooseOpenOcd, type Evidence, mismatch } from "./release.ts";

/** What is checked together: which configs, with which search path, for which OpenOCD. */
export interface Project {
  /** As given. */
  path: string;
  /** The same, absolute. */
  location: string;
  kind: ProjectKind;
  /** Absolute: the folder that patched files are relative to. The scripts folder where there is one, else the file's. */
  root: string;
  /** Absolute paths of the configs to run, targets first, each kind in the order of names. */
  configs: string[];
  /** OpenOCD's `-s`, absolute and in order: those given, then the scripts folder. */
  searchPaths: string[];
  openocd: ChosenOpenOcd;
  /** The debug plugin of STM32CubeIDE that the scripts belong to. */
  plugin?: Plugin;
  /** The plugin of STM32CubeIDE that the program belongs to. */
  program?: Plugin;
  /** The `openocd` of the same install, absolute, where it is on disk. */
  binary?: string;
  /** The install whose scripts are searched after its own, absolute. */
  install?: string;
  /** Where it is made of a command line of OpenOCD: what is run in place of a file. */
  commandLine?: ProjectCommandLine;
  /** The project file, absolute, that says how its configs are run. */
  projectFile?: string;
  /** The manifest of the overlay that contains the configs. */
  manifest?: Manifest;
  /** What the user should know: which of several installs was chosen, what does not match. */
  warnings: string[];
}

/** An OpenOCD command line as something to run. */
export interface ProjectCommandLine {
  /** As typed. */
  words: readonly string[];
  /** The words of it that name files, and the files where they are found, absolute. */
  files: readonly { name: string; path?: string }[];
  /** A script that does what its options do, in bytes; it is called as the project's location says. */
  script: string;
}

/** What may be said of a project beside its path. */
export interface ProjectOptions {
  /** Folders to look for scripts in before any other. */
  searchPaths?: readonly string[];
  /** The version of OpenOCD to check for. */
  openocd?: string;
  /** What relative paths are relative to; the process's own working directory, or the root of files in memory. */
  cwd?: string;
}

/**
 * Determines what a path is: a config, a folder with configs, a scripts folder, a plugin, a whole install, a folder of
 * installs, an OpenOCD or an overlay. Throws ProjectError where there is nothing to check, L5cfgFixError for a version
 * that cannot be parsed. Runs no program.
 */
export function projectIn(path: string, disk: Disk, options: ProjectOptions = {}): Project {
  const cwd = disk.path.resolve(options.cwd ?? ".");
  const location = disk.path.resolve(cwd, path);
  const found = find(location, path, disk);
  const { kind, root, configs, manifest, plugin, program, binary, warnings = [] } = found;
  const given = (options.searchPaths ?? []).map((folder) => disk.path.resolve(cwd, folder));
  // Each config of a repository finds what is beside it.
  const isLoose = kind === "folder" && root === location;
  const beside = isLoose ? configs.map((config) => disk.path.dirname(config)) : [];
  const own = manifest ? searchPathsOf(manifest, root, disk.path) : [root, ...beside];
  const searchPaths = [...new Set([...given, ...own])];
  const project = {
    path,
    location,
    kind,
    root,
    configs,
    searchPaths,
    ...(plugin && { plugin }),
    ...(program && { program }),
    ...(binary && { binary }),
    ...(manifest && { manifest }),
  };
  return { ...project, ...openOcdFrom({ plugin, program, manifest }, warnings, options.openocd) };
}

/** The same project, with the version that its program printed. */
export function withAnswer(project: Project, printed: string, facts?: ProgramFacts): Project {
  const { plugin, program, binary } = project;
  if (binary === undefined) throw new ProjectError(`${project.path} has no program to ask`);
  const before = mismatch({ plugin, program }, project.openocd);
  const warnings = project.warnings.filter((warning) => warning !== before);
  const chosen = openOcdFrom({ plugin, program, answer: { binary, printed } }, warnings);
  // A program's own answer is exact, for every build.
  const openocd = facts === undefined ? chosen.openocd : { ...chosen.openocd, exact: true, facts };
  return { ...project, ...chosen, openocd };
}

/**
 * The same project with the scripts of an install after its own, and with the OpenOCD of the install unless another
 * one is given. For a config outside of the scripts, for example in a project of the IDE.
 */
export function withInstall(
  project: Project,
  install: Project,
  { openocd: given }: Pick<ProjectOptions, "openocd"> = {},
): Project {
  const { plugin, program, binary, warnings } = install;
  const openocd = given === undefined ? install.openocd : chooseOpenOcd(given);
  const searchPaths = [...new Set([...project.searchPaths, install.root])];
  return {
    ...project,
    searchPaths,
    openocd,
    install: install.location,
    ...(plugin && { plugin }),
    ...(program && { program }),
    ...(binary && { binary }),
    warnings: [...project.warnings, ...warnings],
  };
}

/** The properties that depend on the version and its evidence. */
function openOcdFrom(
  evidence: Evidence,
  warnings: readonly string[],
  given?: string,
): Pick<Project, "openocd" | "warnings"> {
  const openocd = chooseOpenOcd(given, evidence);
  const warning = mismatch(evidence, openocd);
  return {
    openocd,
    warnings: warning === undefined ? [...warnings] : [...warnings, warning],
  };
}
