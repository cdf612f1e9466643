/** What a path that a person gives leads to: files and folders, by whatever links. */

import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { fileNameText } from "../files/file-names.ts";
import { isLock } from "../files/is-lock.ts";
import { isWithin } from "../files/is-within.ts";
import { realpath } from "../files/stat.ts";
import { systemPath } from "../files/system-path.ts";
import { debugPluginName } from "../install/plugins.ts";
import { type Entry, journalName } from "./journal.ts";
import { rootOf } from "./rooted-file.ts";
import { freshName, isBackupName } from "./sidecar-names.ts";

export interface Reach {
  /** The path, as it is and without links. */
  asked: string[];
  /** The folders and files that links at it or below lead to, without links. */
  folders: ReadonlySet<string>;
  files: ReadonlySet<string>;
  /** The backups that were seen, whether a journal knows them or not. */
  backups: string[];
}

/** An install has scripts no deeper than this: Contents/Eclipse/plugins/PLUGIN/resources/openocd/st_scripts. */
const DEEPEST = 7;

/** A link can lead to all of a disk. */
const MOST_FOLDERS = 20_000;

/** Follows a path, and the links at it and below. */
export function reachOf(path: string): Reach {
  const at = realpath(resolve(path));
  const reach = {
    asked: [...new Set([at, resolve(path)])],
    folders: new Set<string>(),
    files: new Set<string>(),
  };
  const backups: string[] = [];
  const queue = diskFiles.kind(at) === "folder" ? [{ folder: at, depth: 0 }] : [];
  if (queue.length === 0) {
    reach.files.add(at);
    backups.push(...siblingsOf(at).filter((name) => name.startsWith(`${at}.`) && isBackupName(name)));
  }
  for (const { folder, depth } of queue) {
    if (reach.folders.has(folder) || reach.folders.size === MOST_FOLDERS) continue;
    reach.folders.add(folder);
    for (const { name, isFolder, isLink } of entriesOf(folder)) {
      const entry = join(folder, name);
      if (isBackupName(name)) backups.push(entry);
      if (!isFolder && !isLink) continue;
      if (isFolder && (depth === DEEPEST || !mayHoldScripts(folder, name))) continue;
      const target = isLink ? realpath(entry) : entry;
      if (isFolder || diskFiles.kind(target) === "folder") queue.push({ folder: target, depth: depth + 1 });
      else reach.files.add(target);
    }
  }
  return { ...reach, backups };
}

/** The folders with a journal, or with what a run left that was killed before it had one, for what a path leads to. */
export function journalFoldersOf({ asked, folders, files }: Reach): string[] {
  const around = [...asked, ...files].flatMap((path) => [rootOf(path), realpath(dirname(path))]);
  const roots = new Set([
    ...folders,
    ...around,
    ...[...folders].map((folder) => rootOf(join(folder, "any"))),
  ]);
  return [...roots].filter((root) => diskFiles.list(root).some(isTrace));
}

/** Whether a journal's entry is about a file that a path leads to. */
export function isReached({ asked, folders, files }: Reach, root: string, { path, leadsTo }: Entry): boolean {
  const named = join(root, path);
  const file = leadsTo ?? named;
  return asked.some((one) => isWithin(named, one)) || files.has(file) || folders.has(dirname(file));
}

/** A journal, or what a run left that was killed before it had one. */
function isTrace(name: string): boolean {
  return name === journalName || name === freshName(journalName) || isLock(name);
}

/** Of all the plugins of an install, only ST's debug plugins have scripts. */
function mayHoldScripts(folder: string, name: string): boolean {
  return basename(folder) !== "plugins" || name.startsWith(debugPluginName);
}

function siblingsOf(file: string): string[] {
  return diskFiles.list(dirname(file)).map((name) => join(dirname(file), name));
}

function entriesOf(folder: string): { name: string; isFolder: boolean; isLink: boolean }[] {
  try {
    return readdirSync(systemPath(folder), { withFileTypes: true, encoding: "buffer" }).map((entry) => ({
      name: fileNameText(entry.name.toString("latin1")),
      isFolder: entry.isDirectory(),
      isLink: entry.isSymbolicLink(),
    }));
  } catch {
    return [];
  }
}
