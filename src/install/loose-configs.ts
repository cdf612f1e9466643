/** Configs of a folder that is no scripts folder: of a project, or of a whole repository. */

import type { Disk } from "../files/file-system.ts";
import { configsIn } from "./scripts-folder.ts";

/** More folders than these are not looked at: a whole disk is no project. */
const MOST_FOLDERS = 20_000;

/** What OpenOCD's configs are called where other programs have `.cfg` files, too. */
const OPENOCD = /^openocd.*\.cfg$/i;

/** The first line of an INI file that says something: `[section]`. No script of Tcl begins so. */
const INI = /^\s*(?:[;#][^\n]*\n\s*)*\[[\w:. -]+\][ \t]*\r?$/m;

/**
 * The configs right in a folder, and `openocd*.cfg` in those below it, in the order of names. Hidden folders, those of
 * installed packages and links are not entered; files that are INI are none of OpenOCD's.
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
  return text !== undefined && INI.exec(text)?.index === 0;
}
