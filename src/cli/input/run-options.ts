import { basename, dirname, join, resolve } from "node:path";
import { knownTransports } from "../../check/options.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { fileNameBytes } from "../../files/file-names.ts";
import type { Project } from "../../install/project.ts";
import { fullVersion, versionFault } from "../../openocd/named-version.ts";
import { nearest } from "../../rules/nearest.ts";
import type { OutputOptions } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { LevelOptions } from "./levels.ts";

/** The options that say how configs are run. */
export interface RunOptions extends OutputOptions, LevelOptions {
  search: string[];
  transport: string[];
  openocd?: string;
  /** The program to ask what it can do. */
  openocdBin?: string;
  /** An install by its path, or `auto`; or one that is made out already. */
  install?: string | Project;
  /** The project file to use. */
  config?: string;
  /** No project file is used. */
  ignoreConfig?: boolean;
  /** Patterns of configs that are not checked where a folder is named. */
  exclude?: string[];
  /** The program that a project file or an overlay names may be run. */
  trust?: boolean;
  set: string[];
}

/** These options, checked. Throws UsageError. */
export function checkedRunOptions<T extends RunOptions>(options: T, cwd: string): T {
  const { search, transport } = options;
  const openocd = options.openocd === undefined ? undefined : fullVersion(options.openocd);
  const fault = openocd === undefined ? undefined : versionFault(openocd);
  if (fault !== undefined) throw new UsageError(`--openocd ${options.openocd}: ${fault}`);
  const known = knownTransports();
  for (const name of transport) {
    if (known.includes(name)) continue;
    const [close] = nearest(name, known);
    const advice = close === undefined ? "" : `; did you mean ${close}?`;
    throw new UsageError(`--transport ${name}: OpenOCD has ${known.join(", ")}${advice}`);
  }
  requireFolders(search, cwd);
  return openocd === undefined ? options : { ...options, openocd };
}

/** Throws UsageError where scripts are to be looked for in what is no folder. */
export function requireFolders(search: readonly string[], cwd: string): void {
  for (const folder of search) {
    const kind = diskFiles.kind(resolve(cwd, folder));
    if (kind === "folder") continue;
    const why =
      kind === undefined ? `there is no such folder${meantFolder(folder, cwd)}` : "that is no folder";
    throw new UsageError(`-s ${folder}: ${why}`);
  }
}

/** The folder beside it that was meant, perhaps. */
function meantFolder(folder: string, cwd: string): string {
  const path = resolve(cwd, folder);
  const folders = diskFiles
    .list(dirname(path))
    .filter((name) => diskFiles.kind(join(dirname(path), name)) === "folder");
  const [close] = nearest(basename(path), folders);
  return close === undefined ? "" : `; did you mean ${join(dirname(folder), close)}?`;
}

/** `NAME=VALUE` words as variables, in bytes as Tcl has them. Throws UsageError. */
export function variablesOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => assignment(word).map(fileNameBytes)));
}

/** Name and value of a `NAME=VALUE` word. Throws UsageError. */
export function assignment(word: string): [name: string, value: string] {
  const equals = word.indexOf("=");
  if (equals < 1) throw new UsageError(`--set ${word}: give it as NAME=VALUE`);
  return [word.slice(0, equals), word.slice(equals + 1)];
}
