/**
 * The plugins of STM32CubeIDE on disk. An IDE that was updated holds several versions of one plugin side by
 * side; the newest is the one in use. Names seen from 1.3 to 2.3 of the debug plugin, on three systems.
 */

import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import compare from "semver/functions/compare.js";
import { isFile } from "./scripts-folder.ts";

/** A plugin's folder. */
export interface Plugin {
  /** Without the version: `com.st.stm32cube.ide.mcu.debug.openocd`. */
  name: string;
  /** Four parts, the last a date: `1.4.0.202007081208`. */
  version: string;
  /** Absolute. */
  path: string;
}

/** The plugin with the scripts. */
export const debugPluginName = "com.st.stm32cube.ide.mcu.debug.openocd";

/** The plugins with the program, one per platform: `…openocd.linux64`. */
const PROGRAM_PLUGIN = /^com\.st\.stm32cube\.ide\.mcu\.externaltools\.openocd\.\w+$/;

const FOLDER = /^(?<name>.+)_(?<version>\d+\.\d+\.\d+\.\d+)$/;

/** Where an install root, as a person would name it, has its plugins: Linux, Windows, macOS, that folder itself. */
const PLUGIN_FOLDERS = ["plugins", "STM32CubeIDE/plugins", "Contents/Eclipse/plugins", "."];

/** Negative when plugin version a is older than b, positive when newer: by A.B.C, then by the date behind it. */
export function comparePluginVersions(a: string, b: string): number {
  const [baseA, dateA] = parts(a);
  const [baseB, dateB] = parts(b);
  return compare(baseA, baseB) || dateA.length - dateB.length || (dateA < dateB ? -1 : dateA > dateB ? 1 : 0);
}

function parts(version: string): [base: string, date: string] {
  const dot = version.lastIndexOf(".");
  return [version.slice(0, dot), version.slice(dot + 1)];
}

/** The debug plugin that a path leads to or through, told by the names of its folders. */
export function debugPluginAround(path: string): Plugin | undefined {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const plugin = pluginAt(folder);
    if (plugin?.name === debugPluginName) return plugin;
  }
  return undefined;
}

/** The folder with the plugins of an install; undefined where the path is no install. */
export function pluginsFolderOf(path: string): string | undefined {
  const folders = PLUGIN_FOLDERS.map((name) => join(path, name));
  return folders.find((folder) => plugins(folder).some(({ name }) => name === debugPluginName));
}

/** The debug plugins in a folder of plugins, the newest first. */
export function debugPlugins(folder: string): Plugin[] {
  return plugins(folder).filter(({ name }) => name === debugPluginName);
}

/** The newest OpenOCD program in a folder of plugins, absolute; undefined where none is there. */
export function openocdProgram(folder: string): string | undefined {
  return plugins(folder)
    .filter(({ name }) => PROGRAM_PLUGIN.test(name))
    .flatMap(({ path }) => ["openocd", "openocd.exe"].map((file) => join(path, "tools", "bin", file)))
    .find(isFile);
}

function plugins(folder: string): Plugin[] {
  const found = foldersIn(folder).flatMap((name) => pluginAt(join(folder, name)) ?? []);
  return found.sort((a, b) => comparePluginVersions(b.version, a.version) || (a.name < b.name ? -1 : 1));
}

function pluginAt(path: string): Plugin | undefined {
  const { name, version } = FOLDER.exec(basename(path))?.groups ?? {};
  return name === undefined || version === undefined ? undefined : { name, version, path };
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
