/** An OpenOCD on disk with its scripts: one in STM32CubeIDE, or a separate one. */

import type { Disk } from "../files/file-system.ts";
import { isProgramName, programIn, programOfScripts, scriptsIn, scriptsOf } from "./openocd-program.ts";
import {
  comparePluginVersions,
  debugPluginAround,
  debugPlugins,
  type Plugin,
  type Program,
  pluginsFolderOf,
  programOf,
  programPluginAround,
} from "./plugins.ts";
import { isFile, isScriptsFolder } from "./scripts-folder.ts";

export interface Install {
  /** `STM32CubeIDE`, `xPack OpenOCD`; `OpenOCD` where nothing says who packed it. */
  product: string;
  /** As the name of its folder says it: `1.16.1`. */
  version?: string;
  /** Absolute; what to give `l5cfg-fix` for it. */
  path: string;
  /** The newest debug plugin, where it is STM32CubeIDE. */
  plugin?: Plugin;
  /** The versions of the debug plugin that an update left beside it, the newest first. */
  older: string[];
  /** The plugin with the program, where it is STM32CubeIDE. */
  program?: Plugin;
  /** Absolute. */
  binary?: string;
  /** Absolute. */
  scripts?: string;
}

/** Sorts the newest first, by the versions of the debug plugins. */
export function newestFirst(a: Install, b: Install): number {
  return comparePluginVersions(b.plugin?.version ?? "0.0.0", a.plugin?.version ?? "0.0.0");
}

/** The STM32CubeIDE at a path: its root, its folder of plugins or a macOS app. */
export function cubeIdeAt(path: string, disk: Disk): Install | undefined {
  const plugins = pluginsFolderOf(path, disk);
  return plugins === undefined ? undefined : cubeIde(path, plugins, programOf(plugins, disk), disk);
}

function cubeIde(path: string, plugins: string, program: Program | undefined, disk: Disk): Install {
  const all = debugPlugins(plugins, disk);
  // An interrupted update may have left a plugin without scripts.
  const used = all.find((plugin) => pluginScripts(plugin.path, disk) !== undefined);
  const scripts = used && pluginScripts(used.path, disk);
  const version = /stm32cubeide[ _-]?v?(\d[\w.]*?)(?:\.app)?[\\/]?(?:$|[\\/])/i.exec(path)?.[1];
  return {
    product: "STM32CubeIDE",
    ...(version !== undefined && { version }),
    path,
    ...(used && { plugin: used }),
    older: all.slice(used ? all.indexOf(used) + 1 : 0).map((plugin) => plugin.version),
    ...(program && { program: program.plugin, binary: program.binary }),
    ...(scripts !== undefined && { scripts }),
  };
}

/** The scripts in a debug plugin, or in a folder of it that leads there. */
export function pluginScripts(at: string, disk: Disk): string | undefined {
  const names = ["resources/openocd/st_scripts", "openocd/st_scripts", "st_scripts"];
  return names.map((name) => disk.path.join(at, name)).find((path) => isScriptsFolder(path, disk));
}

/** The OpenOCD in a folder with the program in its `bin/`, and the scripts that this program uses by default. */
export function openocdIn(path: string, disk: Disk): Install | undefined {
  const binary = programIn(path, disk);
  return binary === undefined
    ? undefined
    : openocdOf(binary, path, scriptsIn(path, disk) ?? scriptsOf(binary, disk));
}

/** The OpenOCD with this folder of scripts. */
export function openocdWith(scripts: string, disk: Disk): Install | undefined {
  return isScriptsFolder(scripts, disk)
    ? openocdOf(programOfScripts(scripts, disk), scripts, scripts)
    : undefined;
}

function openocdOf(binary: string | undefined, path: string, scripts: string | undefined): Install {
  return {
    product: "OpenOCD",
    path: scripts ?? path,
    older: [],
    ...(binary !== undefined && { binary }),
    ...(scripts !== undefined && { scripts }),
  };
}

/** The install of a program or of a place in one of its plugins. */
export function installAround(at: string, disk: Disk): Install | undefined {
  const { dirname, join } = disk.path;
  const inside = [at, disk.realpath(at)];
  for (const path of inside) {
    const plugin = programPluginAround(path, disk);
    const binary = plugin && programIn(join(plugin.path, "tools"), disk);
    const plugins = plugin && pluginsFolderOf(dirname(plugin.path), disk);
    if (plugins !== undefined) {
      return cubeIde(
        rootOf(plugins, disk),
        plugins,
        binary === undefined ? undefined : { plugin: plugin!, binary },
        disk,
      );
    }
    const debug = debugPluginAround(path, disk);
    const scripts = debug && pluginScripts(debug.path, disk);
    const own = debug && cubeIdeAt(dirname(debug.path), disk);
    if (own && scripts !== undefined) return { ...own, plugin: debug, scripts };
  }
  if (!isProgramName(at, disk) || !isFile(at, disk)) return undefined;
  const scripts = scriptsOf(at, disk);
  return openocdOf(at, at, scripts);
}

/** The path that a user would name for the install with this folder of plugins. */
function rootOf(plugins: string, { path: { dirname, basename } }: Disk): string {
  const above = dirname(plugins);
  if (basename(above) === "Eclipse") return dirname(dirname(above));
  return basename(above) === "STM32CubeIDE" ? dirname(above) : above;
}
