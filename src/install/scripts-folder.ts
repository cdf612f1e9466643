/** Folders laid out as OpenOCD's scripts are: `target/`, often `board/` and `interface/` beside it. */

import { readdirSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The folders of a scripts folder with configs to run, in the order they are run in. */
const RUNNABLE = ["target", "board"];

/** Whether a folder holds scripts: it has a `target/` with configs or Tcl in it. */
export function isScriptsFolder(folder: string): boolean {
  return entries(join(folder, "target")).some(({ name }) => /\.(cfg|tcl)$/.test(name));
}

/** The scripts folder that a file or folder belongs to: the nearest with it at its top, or in one of its own folders. */
export function scriptsFolderAround(path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const within = relative(folder, path).split(sep);
    const isOwn = within.length === 1 || [...RUNNABLE, "interface"].includes(within[0]!);
    if (isOwn && isScriptsFolder(folder)) return folder;
  }
  return undefined;
}

/** The configs of a scripts folder: those of targets, then those of boards, each in the order of names. Absolute. */
export function scriptsConfigs(folder: string): string[] {
  return RUNNABLE.flatMap((name) => configsBelow(join(folder, name)));
}

/** All configs in a folder and below it, in the order of names. Folders that are links are not entered. */
export function configsBelow(folder: string): string[] {
  const below = entries(folder).flatMap((entry) =>
    entry.isDirectory() ? configsBelow(join(folder, entry.name)) : [],
  );
  return [...configsIn(folder), ...below].sort(byName);
}

/** The configs right in a folder, in the order of names. */
export function configsIn(folder: string): string[] {
  const files = entries(folder).filter(({ name }) => name.endsWith(".cfg"));
  return files
    .map(({ name }) => join(folder, name))
    .filter(isFile)
    .sort(byName);
}

export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
