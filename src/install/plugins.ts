/**
 * The plugins of STM32CubeIDE on disk. After an update an IDE contains several versions of one plugin; it uses the
 * newest. The names are those of debug plugins 1.3 to 2.3, on three systems.
 */

import { compareBases } from "../base-version.ts";
import type { Disk } from "../files/file-system.ts";
import { programIn } from "./openocd-program.ts";

/** A plugin's folder. */
export interface Plugin {
  /** Without the version: `com.st.stm32cube.ide.mcu.debug.openocd`. */
  name: string;
  /** Four parts, the last mostly a date: `1.4.0.202007081208`. */
  version: string;
  /** Absolute. */
  path: string;
}

/** The plugin with the scripts. */
export const debugPluginName = "com.st.stm32cube.ide.mcu.debug.openocd";

/** The plugins with the program, one per platform: `…openocd.linux64`. */
const PROGRAM_PLUGIN = /^com\.st\.stm32cube\.ide\.mcu\.externaltools\.openocd\.\w+$/;

/** The last part of a version may be any word, or missing (Eclipse's own rule: OSGi Core 8, 3.2.5). */
const FOLDER = /^(?<name>.+?)_(?<version>\d{1,9}\.\d{1,9}\.\d{1,9}(?:\.[\w-]+)?)$/;

/**
 * Where an install has its plugins, relative to the path that a user would name: on Linux; on Windows in the folder
 * that contains the version, or in the one inside it; on macOS in the app or its content; or the folder of plugins
 * itself.
 */
const PLUGIN_FOLDERS = [
  "plugins",
  "STM32CubeIDE/plugins",
  "Contents/Eclipse/plugins",
  "Eclipse/plugins",
  ".",
];

/**
 * Negative when plugin version a is older than b, positive when newer: by A.B.C as numbers, then by the text after
 * them, character by character, as Eclipse does it (OSGi Core 8, `org.osgi.framework.Version`).
 */
export function comparePluginVersions(a: string, b: string): number {
  const [baseA, restA] = parts(a);
  const [baseB, restB] = parts(b);
  return compareBases(baseA, baseB) || (restA < restB ? -1 : restA > restB ? 1 : 0);
}

function parts(version: string): [base: string, rest: string] {
  const [major, minor, patch, ...rest] = version.split(".");
  return [[major, minor, patch].join("."), rest.join(".")];
}

/** The debug plugin whose folder a path is in or leads to, by the names of the folders. */
export function debugPluginAround(path: string, disk: Disk): Plugin | undefined {
  return pluginAround(path, ({ name }) => name === debugPluginName, disk);
}

/** The program plugin whose folder a path is in or leads to. */
export function programPluginAround(path: string, disk: Disk): Plugin | undefined {
  return pluginAround(path, isProgram, disk);
}

function pluginAround(
  path: string,
  isWanted: (plugin: Plugin) => boolean,
  { path: { dirname, basename } }: Disk,
): Plugin | undefined {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const plugin = pluginAt(folder, basename(folder));
    if (plugin !== undefined && isWanted(plugin)) return plugin;
  }
  return undefined;
}

/** The folder with the plugins of an install; undefined where the path is not an install. */
export function pluginsFolderOf(path: string, disk: Disk): string | undefined {
  const folders = PLUGIN_FOLDERS.map((name) => disk.path.join(path, name));
  return folders.find((folder) => debugPlugins(folder, disk).length > 0);
}

/** The debug plugins in a folder of plugins, the newest first. */
export function debugPlugins(folder: string, disk: Disk): Plugin[] {
  return plugins(folder, disk).filter(({ name }) => name === debugPluginName);
}

/** A plugin with a program in it. */
export interface Program {
  plugin: Plugin;
  /** Absolute. */
  binary: string;
}

/** The newest OpenOCD program in a folder of plugins; undefined where there is none. */
export function programOf(folder: string, disk: Disk): Program | undefined {
  for (const plugin of plugins(folder, disk).filter(isProgram)) {
    const binary = programIn(disk.path.join(plugin.path, "tools"), disk);
    if (binary !== undefined) return { plugin, binary };
  }
  return undefined;
}

function isProgram({ name }: Plugin): boolean {
  return PROGRAM_PLUGIN.test(name);
}

function plugins(folder: string, { list, path: { join } }: Disk): Plugin[] {
  const found = list(folder).flatMap((name) => pluginAt(join(folder, name), name) ?? []);
  return found.sort((a, b) => comparePluginVersions(b.version, a.version) || (a.name < b.name ? -1 : 1));
}

function pluginAt(path: string, folder: string): Plugin | undefined {
  const { name, version } = FOLDER.exec(folder)?.groups ?? {};
  return name === undefined || version === undefined ? undefined : { name, version, path };
}
