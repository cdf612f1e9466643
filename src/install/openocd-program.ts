/** An OpenOCD outside of an IDE: a folder with the program in `bin/`, and its scripts where the packager put them. */

import type { Disk } from "../files/file-system.ts";
import { isFile, isScriptsFolder } from "./scripts-folder.ts";

/** The program's file name. */
const PROGRAM = /^openocd(?:\.exe)?$/i;

/**
 * Where its scripts are, relative to the folder that contains `bin/`: OpenOCD's own layout and search (0.12.0,
 * src/helper/options.c, add_default_dirs); the packages of xPack and PlatformIO; ST's own build; older packages.
 */
const SCRIPTS = ["share/openocd/scripts", "openocd/scripts", "st_scripts", "scripts"];

/** Whether a path has the file name of an OpenOCD program. */
export function isProgramName(path: string, { path: { basename } }: Disk): boolean {
  return PROGRAM.test(basename(path));
}

/** The program in a folder's `bin/`. */
export function programIn(folder: string, disk: Disk): string | undefined {
  const files = ["openocd", "openocd.exe"].map((name) => disk.path.join(folder, "bin", name));
  return files.find((file) => isFile(file, disk));
}

/** The scripts of the OpenOCD in a folder. */
export function scriptsIn(folder: string, disk: Disk): string | undefined {
  return SCRIPTS.map((name) => disk.path.join(folder, name)).find((path) => isScriptsFolder(path, disk));
}

/** The scripts that a program uses by default: those beside its real path. */
export function scriptsOf(binary: string, disk: Disk): string | undefined {
  const { dirname } = disk.path;
  return scriptsIn(dirname(dirname(disk.realpath(binary))), disk);
}

/** The program that was installed together with a folder of scripts. */
export function programOfScripts(scripts: string, disk: Disk): string | undefined {
  const { join, sep } = disk.path;
  for (const name of SCRIPTS) {
    const end = join(disk.path.sep, name);
    if (!scripts.endsWith(end)) continue;
    const program = programIn(scripts.slice(0, -end.length) || sep, disk);
    if (program !== undefined) return program;
  }
  return undefined;
}
