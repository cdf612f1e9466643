/** Folders laid out as OpenOCD's scripts are: `target/`, often `board/` and `interface/` beside it. */

import type { Disk } from "../files/file-system.ts";

/** The folders of a scripts folder with configs to run, in the order they are run in. */
const RUNNABLE = ["target", "board"];

/** Whether a folder holds scripts: it has a `target/` with configs or Tcl in it. */
export function isScriptsFolder(folder: string, { list, path: { join } }: Disk): boolean {
  return list(join(folder, "target")).some((name) => /\.(cfg|tcl)$/.test(name));
}

/** The scripts folder that a file or folder belongs to: the nearest with it at its top, or in one of its own folders. */
export function scriptsFolderAround(path: string, disk: Disk): string | undefined {
  const { dirname, relative, sep } = disk.path;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const within = relative(folder, path).split(sep);
    const isOwn = within.length === 1 || [...RUNNABLE, "interface"].includes(within[0]!);
    if (isOwn && isScriptsFolder(folder, disk)) return folder;
  }
  return undefined;
}

/** The configs of a scripts folder: those of targets, then those of boards, each in the order of names. Absolute. */
export function scriptsConfigs(folder: string, disk: Disk): string[] {
  return RUNNABLE.flatMap((name) => configsBelow(disk.path.join(folder, name), disk));
}

/** All configs in a folder and below it, in the order of names. Folders that are links are not entered. */
export function configsBelow(folder: string, disk: Disk): string[] {
  const others = disk.list(folder).filter((name) => !name.endsWith(".cfg"));
  const folders = others
    .map((name) => disk.path.join(folder, name))
    .filter((path) => disk.kind(path) === "folder" && !disk.isLink(path));
  return [...configsIn(folder, disk), ...folders.flatMap((path) => configsBelow(path, disk))].sort(byName);
}

/** The configs right in a folder, in the order of names. */
export function configsIn(folder: string, disk: Disk): string[] {
  const names = disk.list(folder).filter((name) => name.endsWith(".cfg"));
  return names
    .map((name) => disk.path.join(folder, name))
    .filter((path) => isFile(path, disk))
    .sort(byName);
}

export function isFile(path: string, { kind }: Disk): boolean {
  return kind(path) === "file";
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
