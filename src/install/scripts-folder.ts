/** Folders with the layout of OpenOCD's scripts: `target/`, often `board/` and `interface/` beside it. */

import type { Disk } from "../files/file-system.ts";

/** The subfolders of a scripts folder that contain configs to run, in the order of running. */
const RUNNABLE = ["target", "board"];

/** Whether a folder is a scripts folder: its `target/` contains configs or Tcl. */
export function isScriptsFolder(folder: string, { list, path: { join } }: Disk): boolean {
  return list(join(folder, "target")).some((name) => /\.(cfg|tcl)$/.test(name));
}

/**
 * The scripts folder of a file or folder: the nearest one that contains it, directly or in one of its own subfolders.
 */
export function scriptsFolderAround(path: string, disk: Disk): string | undefined {
  const { dirname, relative, sep } = disk.path;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const within = relative(folder, path).split(sep);
    const isOwn = within.length === 1 || [...RUNNABLE, "interface"].includes(within[0]!);
    if (isOwn && isScriptsFolder(folder, disk)) return folder;
  }
  return undefined;
}

/** The configs of a scripts folder: those of targets, then those of boards, each sorted by name. Absolute. */
export function scriptsConfigs(folder: string, disk: Disk): string[] {
  return RUNNABLE.flatMap((name) => configsBelow(disk.path.join(folder, name), disk));
}

/** All configs in a folder and below it, sorted by name. Links to folders are skipped. */
export function configsBelow(folder: string, disk: Disk): string[] {
  const others = disk.list(folder).filter((name) => !name.endsWith(".cfg"));
  const folders = others
    .map((name) => disk.path.join(folder, name))
    .filter((path) => disk.kind(path) === "folder" && !disk.isLink(path));
  return [...configsIn(folder, disk), ...folders.flatMap((path) => configsBelow(path, disk))].sort(byName);
}

/** The configs directly in a folder, sorted by name. */
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
