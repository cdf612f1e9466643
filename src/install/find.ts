/** Finds out what is at a path. */

import type { Disk } from "../files/file-system.ts";
import { type Manifest, searchPathsOf } from "../manifest/manifest.ts";
import { readOverlay } from "../manifest/read-overlay.ts";
import { ProjectError } from "./errors.ts";
import { cubeIdeAt, type Install, installAround, newestFirst, openocdIn, pluginScripts } from "./install.ts";
import { looseConfigs } from "./loose-configs.ts";
import { isProgramName, programOfScripts } from "./openocd-program.ts";
import { debugPluginAround, type Plugin, programOf } from "./plugins.ts";
import {
  configsBelow,
  configsIn,
  isFile,
  isScriptsFolder,
  scriptsConfigs,
  scriptsFolderAround,
} from "./scripts-folder.ts";

/**
 * The kinds of paths. `folder`: one with configs, or a part of a scripts folder; `command`: a command line of OpenOCD.
 */
export type ProjectKind = "file" | "folder" | "scripts" | "plugin" | "install" | "overlay" | "command";

/** What was found at a path. */
interface Found {
  kind: ProjectKind;
  /** Absolute: the scripts folder where there is one, else the file's. */
  root: string;
  /** Absolute paths of the configs to run. */
  configs: string[];
  plugin?: Plugin | undefined;
  program?: Plugin | undefined;
  binary?: string | undefined;
  manifest?: Manifest | undefined;
  warnings?: string[];
}

const advice = "name a config, a scripts folder (with target/ in it), a plugin, an install or an overlay";

/** Determines what a path is. `path` is for messages. Throws ProjectError where there is nothing to check. */
export function find(at: string, path: string, disk: Disk): Found {
  const found = lookAt(at, path, disk);
  const plugin = found.plugin ?? debugPluginAround(found.root, disk);
  return { ...found, plugin, ...(found.binary === undefined && programFor(found, plugin, disk)) };
}

function lookAt(at: string, path: string, disk: Disk): Found {
  const kind = kindOf(at, path, disk);
  if (kind === "file" && !isProgramName(at, disk)) return fileAt(at, disk);
  const found = kind === "folder" ? folderOfConfigs(at, disk) : undefined;
  if (found !== undefined && found.configs.length > 0) return found;
  const install = wholeInstall(at, disk) ?? severalInstalls(at, path, disk);
  if (install !== undefined) return install;
  const isFree = kind === "folder" && scriptsFolderAround(at, disk) === undefined;
  const below = isFree ? looseConfigs(at, disk) : [];
  if (below.length > 0) return { kind: "folder", root: at, configs: below };
  throw new ProjectError(
    kind === "file"
      ? `${path} is a program, and no scripts were found that go with it; name their folder`
      : `${path} holds no config of a target or board; ${advice}`,
  );
}

/** Also makes sure that the files are readable. */
function kindOf(at: string, path: string, disk: Disk): "file" | "folder" {
  const obstacle = disk.obstacle(at);
  if (obstacle !== undefined) {
    const { code, message } = obstacle;
    const why = code === "ENOENT" ? `${path} does not exist` : `cannot read ${path}: ${message}`;
    throw new ProjectError(`${why}; ${advice}`);
  }
  const kind = disk.kind(at);
  if (kind === "file" || kind === "folder") return kind;
  throw new ProjectError(`${path} is neither a file nor a folder; ${advice}`);
}

function fileAt(at: string, disk: Disk): Found {
  const root = scriptsFolderAround(at, disk) ?? disk.path.dirname(at);
  return { kind: "file", root, configs: [at], manifest: readOverlay(root, disk) };
}

function folderOfConfigs(at: string, disk: Disk): Found {
  return overlayAt(at, disk) ?? installRoot(at, disk) ?? scriptsAt(at, disk) ?? folderAt(at, disk);
}

function overlayAt(at: string, disk: Disk): Found | undefined {
  const manifest = readOverlay(at, disk);
  if (manifest === undefined) return undefined;
  const folders = searchPathsOf(manifest, at, disk.path);
  const isThere = (file: string) => isFile(file, disk);
  const configs = manifest.targets.flatMap(
    (name) => folders.map((folder) => disk.path.join(folder, name)).find(isThere) ?? [],
  );
  return { kind: "overlay", root: at, configs, manifest };
}

function installRoot(at: string, disk: Disk): Found | undefined {
  const install = cubeIdeAt(at, disk) ?? openocdIn(at, disk);
  return install && foundIn(install, disk);
}

/** A scripts folder itself, or the one at ST's usual place inside a plugin. */
function scriptsAt(at: string, disk: Disk): Found | undefined {
  const root = isScriptsFolder(at, disk) ? at : pluginScripts(at, disk);
  if (root === undefined) return undefined;
  return { kind: root === at ? "scripts" : "plugin", root, configs: scriptsConfigs(root, disk) };
}

function folderAt(at: string, disk: Disk): Found {
  const root = scriptsFolderAround(at, disk);
  if (root === undefined) {
    const own = configsIn(at, disk);
    // A folder of installs has no scripts of its own, and is not searched.
    return { kind: "folder", root: at, configs: own.length > 0 ? looseConfigs(at, disk) : [] };
  }
  const isInterface = disk.path.relative(root, at).split(disk.path.sep)[0] === "interface";
  const configs = isInterface ? [] : configsBelow(at, disk);
  return { kind: "folder", root, configs, manifest: readOverlay(root, disk) };
}

/** A place in a plugin outside of its scripts, or the program itself. */
function wholeInstall(at: string, disk: Disk): Found | undefined {
  // A scripts folder without configs to run does not lead to other scripts.
  if (scriptsFolderAround(at, disk) !== undefined) return undefined;
  const install = installAround(at, disk);
  return install && foundIn(install, disk);
}

/** A folder that contains installs, such as `/opt/st`: the newest one is used. */
function severalInstalls(at: string, path: string, disk: Disk): Found | undefined {
  const all = disk
    .list(at)
    .flatMap((name) => cubeIdeAt(disk.path.join(at, name), disk) ?? [])
    .sort(newestFirst);
  const [newest, ...older] = all;
  const found = newest && foundIn(newest, disk);
  if (found === undefined || older.length === 0) return found;
  const others = older.map((install) => install.path).join(", ");
  return {
    ...found,
    warnings: [
      `${path} holds several installs: ${newest!.path} is the newest and taken; the others: ${others}`,
    ],
  };
}

function foundIn({ scripts, plugin, program, binary }: Install, disk: Disk): Found | undefined {
  if (scripts === undefined) return undefined;
  return { kind: "install", root: scripts, configs: scriptsConfigs(scripts, disk), plugin, program, binary };
}

/**
 * The program for these scripts: the newest beside their plugin, the overlay's, or the one of the same installation.
 */
function programFor(
  { root, manifest }: Found,
  plugin: Plugin | undefined,
  disk: Disk,
): Pick<Found, "program" | "binary"> {
  if (plugin !== undefined) {
    const program = programOf(disk.path.dirname(plugin.path), disk);
    return program ? { program: program.plugin, binary: program.binary } : {};
  }
  const binary = manifest ? manifest.openocd.binary : programOfScripts(root, disk);
  return binary !== undefined && isFile(binary, disk) ? { binary } : {};
}
