import { diskFiles } from "../files/disk-files.ts";
import { diskOf } from "../files/disk-of.ts";
import type { Disk, FileSystem } from "../files/file-system.ts";
import { asked } from "./asked.ts";
import { ProjectError } from "./errors.ts";
import type { Machine } from "./machine.ts";
import { namedInstall } from "./named-install.ts";
import { type Project, type ProjectOptions, withAnswer, withInstall } from "./project.ts";
import { projectAt } from "./project-at.ts";
import { withScriptsFound } from "./scripts-elsewhere.ts";
import { isScriptsFolder } from "./scripts-folder.ts";
import { thisMachine } from "./this-machine.ts";

/** How to make a project of a path. */
export interface OpenOptions extends Omit<ProjectOptions, "disk"> {
  /** An install whose scripts and program are used: its path, or `auto` for the first on this machine. */
  install?: string | Project;
  /** The OpenOCD program to ask for its version, a path: that it is named means that it may be run. */
  openocdBin?: string;
  /** Where the path and what it holds are read. */
  fs?: FileSystem;
  /**
   * Where installs are looked for and programs asked. Where `fs` is given, there are none by default.
   *
   * @internal
   */
  machine?: Machine;
}

/**
 * Makes a project of a path: which configs, with which scripts, for which OpenOCD. Where a config has no scripts
 * around it and needs some, an install of this machine is used. Where only a program knows its version, and may be
 * run, it is asked. Throws ProjectError where there is nothing to check, L5cfgFixError for a version that cannot be
 * parsed.
 *
 * @example
 * ```ts
 * import { openProject } from "l5cfg-fix";
 *
 * const { kind, configs, openocd } = openProject("fixtures/stm32cubeide_1.4.0");
 * console.log(kind, configs.length, openocd.version); // prints install 3 0.10.0+dev-g30d1303
 * ```
 */
export function openProject(path: string, options: OpenOptions = {}): Project {
  const opening = openingOf(options);
  return withProgram(opened(path, opening), opening);
}

/** The defaults of the options. */
export function openingOf(options: OpenOptions): Opening {
  const { fs = diskFiles, machine = machineOf(fs) } = options;
  return { ...options, fs, machine };
}

/** The options with all defaults filled in. */
export type Opening = OpenOptions & { fs: FileSystem; machine: Machine };

function opened(path: string, opening: Opening): Project {
  const named = installOf(opening);
  if (named !== undefined && path === named.path) return named;
  const disk = diskOf(opening.fs);
  const project = projectAt(path, { ...opening, disk });
  return completed(project, isAlone(project, opening, disk), {
    ...opening,
    ...(named && { install: named }),
  });
}

function installOf({ install, machine, ...options }: Opening): Project | undefined {
  return typeof install === "string" ? namedInstall(install, options, machine) : install;
}

/** The project with scripts and version from an install, and with the version that its program reports. */
export function completed(project: Project, isAlone: boolean, opening: Opening): Project {
  const { machine, openocd, openocdBin } = opening;
  const named = installOf(opening);
  if (named !== undefined) return withInstall(project, named, opening);
  const found = isAlone ? withScriptsFound(project, opening) : project;
  if (found !== project) return found;
  const isAsked = openocd === undefined && openocdBin === undefined && isOpen(project);
  return isAsked ? asked(project, { machine }) : project;
}

/** A file system that was passed in has no programs to run, and does not contain the installs of this machine. */
function machineOf(fs: FileSystem): Machine {
  return fs === diskFiles
    ? thisMachine()
    : { ...thisMachine(), disk: diskOf(fs), ask: () => undefined, askFacts: () => undefined };
}

/** The same project, for the named program. Throws ProjectError where that is not an OpenOCD. */
export function withProgram(project: Project, { openocdBin, machine, openocd }: Opening): Project {
  if (openocdBin === undefined) return project;
  const binary = machine.disk.path.resolve(openocdBin);
  const named = { ...project, binary };
  if (openocd !== undefined) return named;
  if (machine.disk.kind(binary) === undefined)
    throw new ProjectError(`${openocdBin}: there is no such program`);
  const printed = machine.ask(binary);
  if (printed === undefined || !printed.includes("Open On-Chip Debugger"))
    throw new ProjectError(`${openocdBin} does not answer to --version as OpenOCD does`);
  return withAnswer(named, printed, machine.askFacts?.(binary));
}

/**
 * Whether only the program itself shows which OpenOCD a project has. False for an overlay, whose manifest says it, and for
 * a part of an install, whose plugin says it: frequent checks must not start programs.
 */
function isOpen({ binary, kind, plugin, manifest }: Project): boolean {
  if (binary === undefined || manifest !== undefined) return false;
  return plugin === undefined || kind === "install" || kind === "plugin";
}

/** Whether configs have no scripts around them, and no scripts were named. */
function isAlone(
  { kind, root, location, plugin, manifest }: Project,
  { searchPaths = [] }: ProjectOptions,
  disk: Disk,
): boolean {
  const hasOthers = plugin !== undefined || manifest !== undefined || isScriptsFolder(root, disk);
  const isLoose = kind === "file" || (kind === "folder" && root === location);
  return isLoose && searchPaths.length === 0 && !hasOthers;
}
