/** The configs of a folder that is not a scripts folder: of a project, or of a whole repository. */

import type { Disk } from "../files/file-system.ts";
import { configsIn } from "./scripts-folder.ts";

/** The maximum number of folders to search: a whole disk is not a project. */
const MOST_FOLDERS = 20_000;

/** The names of OpenOCD configs in folders where other programs have `.cfg` files, too. */
const OPENOCD = /^openocd.*\.cfg$/i;

/** The first relevant line of an INI file: `[section]`. No Tcl script begins like this. */
const INI = /^\s*(?:[;#][^\n]*\n\s*)*\[[\w:. -]+\][ \t]*(?:\r?\n|$)/;

/** How far it is searched for, in characters. */
const HEAD = 4096;

/**
 * The configs directly in a folder, and `openocd*.cfg` in its subfolders, sorted by name. Hidden folders, folders of
 * installed packages, and links are skipped. INI files are not OpenOCD configs.
 */
export function looseConfigs(at: string, disk: Disk): string[] {
  const { join, basename } = disk.path;
  const configs: string[] = [];
  const folders = [at];
  for (let i = 0; i < folders.length && i < MOST_FOLDERS; i++) {
    const folder = folders[i]!;
    for (const file of configsIn(folder, disk)) {
      if ((i === 0 || OPENOCD.test(basename(file))) && !isIni(file, disk)) configs.push(file);
    }
    for (const name of disk.list(folder)) {
      const path = join(folder, name);
      if (!isSkipped(name) && disk.kind(path) === "folder" && !disk.isLink(path)) folders.push(path);
    }
  }
  return configs.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isSkipped(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function isIni(file: string, disk: Disk): boolean {
  const text = disk.read(file);
  return text !== undefined && INI.test(text.slice(0, HEAD));
}
