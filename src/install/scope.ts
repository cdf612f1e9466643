/** From a path that a person gives to what is to be checked: which configs, with which search path, for which OpenOCD. */

import { accessSync, constants, type Stats, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ScopeError } from "./errors.ts";
import { interfacesIn } from "./interfaces.ts";
import { type Interfaces, type Manifest, readManifest, searchPathsOf } from "./manifest.ts";
import { debugPluginAround, debugPlugins, openocdProgram, type Plugin, pluginsFolderOf } from "./plugins.ts";
import { type ChosenOpenOcd, chooseOpenOcd } from "./release.ts";
import {
  configsBelow,
  configsIn,
  isFile,
  isScriptsFolder,
  scriptsConfigs,
  scriptsFolderAround,
} from "./scripts-folder.ts";

export interface Scope {
  /** As given. */
  path: string;
  /** The same, absolute. */
  location: string;
  /** What the path turned out to be. `folder`: one with configs, or a part of a scripts folder. */
  kind: "file" | "folder" | "scripts" | "plugin" | "install" | "overlay";
  /** Absolute: the folder that patched files are relative to. The scripts folder where there is one, else the file's. */
  root: string;
  /** Absolute paths of the configs to run, targets first, each kind in the order of names. */
  configs: string[];
  /** OpenOCD's `-s`, absolute and in order: those given, then the scripts folder. */
  searchPaths: string[];
  openocd: ChosenOpenOcd;
  /** The debug plugin of STM32CubeIDE that the scripts belong to. */
  plugin?: Plugin;
  /** The `openocd` of the same install, absolute, where it is on disk. */
  binary?: string;
  /** The scripts for ST-LINK that the search path has. */
  interfaces: Interfaces;
}

export interface ScopeOptions {
  /** Folders to look for scripts in before any other. */
  searchPaths?: readonly string[];
  /** The version of OpenOCD to check for. */
  openocd?: string;
  /** What relative paths are relative to; the process's own working directory. */
  cwd?: string;
}

const advice = "name a config, a scripts folder (with target/ in it), a plugin, an install or an overlay";

/** What was found at a path. */
interface Found extends Pick<Scope, "kind" | "root" | "configs"> {
  plugin?: Plugin | undefined;
  manifest?: Manifest | undefined;
}

/**
 * Makes out what a path is: a config, a folder with configs, a scripts folder, a plugin, a whole install or an
 * overlay. Throws ScopeError where nothing is there to check, RangeError for a version that cannot be read.
 */
export function scopeOf(path: string, options: ScopeOptions = {}): Scope {
  const cwd = resolve(options.cwd ?? ".");
  const location = resolve(cwd, path);
  const { kind, root, configs, manifest, plugin = debugPluginAround(root) } = find(location, path);
  const openocd = chooseOpenOcd(options.openocd, plugin, manifest);
  const given = (options.searchPaths ?? []).map((folder) => resolve(cwd, folder));
  const searchPaths = [...new Set([...given, ...(manifest ? searchPathsOf(manifest, root) : [root])])];
  const binary = plugin ? openocdProgram(dirname(plugin.path)) : present(manifest?.openocd.binary);
  return {
    path,
    location,
    kind,
    root,
    configs,
    searchPaths,
    openocd,
    ...(plugin && { plugin }),
    ...(binary && { binary }),
    interfaces: interfacesIn(searchPaths, openocd.version),
  };
}

function find(at: string, path: string): Found {
  const stat = statOf(at, path);
  if (stat.isFile()) return fileAt(at);
  if (!stat.isDirectory()) throw new ScopeError(`${path} is neither a file nor a folder; ${advice}`);
  const found = overlayAt(at) ?? installAt(at) ?? scriptsAt(at) ?? folderAt(at);
  if (found.configs.length > 0) return found;
  throw new ScopeError(`${path} holds no config of a target or board; ${advice}`);
}

/** Also sees to it that what is there can be read. */
function statOf(at: string, path: string): Stats {
  try {
    accessSync(at, constants.R_OK);
    return statSync(at);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? `${path} does not exist` : `cannot read ${path}: ${message}`;
    throw new ScopeError(`${why}; ${advice}`);
  }
}

function fileAt(at: string): Found {
  const root = scriptsFolderAround(at) ?? dirname(at);
  return { kind: "file", root, configs: [at], manifest: readManifest(root) };
}

function overlayAt(at: string): Found | undefined {
  const manifest = readManifest(at);
  if (manifest === undefined) return undefined;
  const folders = searchPathsOf(manifest, at);
  const configs = manifest.targets.flatMap(
    (name) => folders.map((folder) => join(folder, name)).find(isFile) ?? [],
  );
  return { kind: "overlay", root: at, configs, manifest };
}

function installAt(at: string): Found | undefined {
  const plugins = pluginsFolderOf(at);
  if (plugins === undefined) return undefined;
  for (const plugin of debugPlugins(plugins)) {
    const found = scriptsAt(plugin.path);
    if (found) return { ...found, kind: "install", plugin };
  }
  return undefined;
}

/** A scripts folder itself, or one that lies in a plugin where ST puts it. */
function scriptsAt(at: string): Found | undefined {
  const inside = ["resources/openocd/st_scripts", "openocd/st_scripts", "st_scripts"].map((name) =>
    join(at, name),
  );
  const root = [at, ...inside].find(isScriptsFolder);
  if (root === undefined) return undefined;
  return { kind: root === at ? "scripts" : "plugin", root, configs: scriptsConfigs(root) };
}

function folderAt(at: string): Found {
  const root = scriptsFolderAround(at);
  if (root === undefined) return { kind: "folder", root: at, configs: configsIn(at) };
  const isInterface = relative(root, at).split(sep)[0] === "interface";
  const configs = isInterface ? [] : configsBelow(at);
  return { kind: "folder", root, configs, manifest: readManifest(root) };
}

function present(file: string | undefined): string | undefined {
  return file !== undefined && isFile(file) ? file : undefined;
}
