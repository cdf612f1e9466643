/** Bringing back what was there before l5cfg-fix came. */

import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { asideFor } from "../files/aside.ts";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { looking, reasonOf, WriteError } from "../files/errors.ts";
import { diskFiles } from "../files/file-system.ts";
import { isLock } from "../files/lock-name.ts";
import { factsOf, hashOf, isTaken, isWithin, real } from "../files/look.ts";
import { debugPluginName } from "../install/plugins.ts";
import { nameOf, onDisk } from "../openocd/names.ts";
import { ownCommand } from "../overlay/shell.ts";
import { type Entry, journalName, readJournal, writeJournal } from "./journal.ts";
import { backupName, freshName } from "./names.ts";
import { fileOf, rootOf } from "./place.ts";
import { recover } from "./recover.ts";

export interface RestoreOptions {
  /** Brings originals back where the file was changed since, too, and keeps the changed one beside it. */
  force?: boolean;
  disk?: DiskWriter;
}

/** What restoring came to. Paths are absolute. */
export interface Restored {
  root: string;
  /** The files that are as they were before l5cfg-fix first came. */
  files: string[];
  /** Where files went that had been changed since. */
  asides: string[];
}

/** The folders with a journal that a path is about: those around it, and those below it. Absolute. */
export function journalsAt(path: string): string[] {
  const at = real(resolve(path));
  const isFolder = diskFiles.kind(at) === "folder";
  const around = [rootOf(resolve(path)), rootOf(at)];
  const roots = isFolder ? [...foldersBelow(at), ...around] : around;
  return [...new Set(roots)].filter((root) => diskFiles.list!(root).some(isTrace));
}

/** A journal, or what a run left that was killed before it had one. */
function isTrace(name: string): boolean {
  return name === journalName || name === freshName(journalName) || isLock(name);
}

/** An install has scripts no deeper than this: Contents/Eclipse/plugins/PLUGIN/resources/openocd/st_scripts. */
const DEEPEST = 7;

/** A folder and those in it, as far as they may hold scripts. Links are not followed. */
function foldersBelow(folder: string, depth = 0): string[] {
  if (depth >= DEEPEST) return [folder];
  const isPlugins = basename(folder) === "plugins";
  const names = foldersIn(folder).filter((name) => !isPlugins || name.startsWith(debugPluginName));
  return [folder, ...names.flatMap((name) => foldersBelow(join(folder, name), depth + 1))];
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(onDisk(folder), { withFileTypes: true, encoding: "buffer" })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => nameOf(name.toString("latin1")));
  } catch {
    return [];
  }
}

/**
 * Brings back the originals of a folder with a journal, all that lie at or below a path or none. Is for those who hold
 * its lock, when nothing is under way there. Throws WriteError where a file was changed since, where a backup is gone
 * or was changed, and where the folder cannot be written.
 */
export function restoreIn(root: string, path: string, options: RestoreOptions = {}): Restored {
  const { force = false, disk = diskWriter } = options;
  const entries = readJournal(root);
  const chosen = entries.filter((entry) => isAbout(root, entry, path));
  const plans = looking(() => chosen.map((entry) => planRestore(root, entry, force)));
  const objections = plans.flatMap(({ objection }) => objection ?? []);
  if (objections.length > 0) throw new WriteError(`${objections.join("; ")}; nothing was changed`);
  if (plans.length === 0) return { root, files: [], asides: [] };
  const rest = entries.filter((entry) => !chosen.includes(entry));
  try {
    writeJournal(root, [...rest, ...plans.map(({ entry }) => entry)], disk);
  } catch (error) {
    throw new WriteError(`${reasonOf(error)}; nothing was changed`);
  }
  try {
    const foreign = recover(root, disk)?.foreign ?? [];
    if (foreign.length > 0) throw new Error(`${foreign.join(", ")} was changed at this very moment`);
  } catch (error) {
    const left = plans.filter(({ file }) => isTaken(backupName(file))).length;
    throw new WriteError(
      `${reasonOf(error)}; ${plans.length - left} of ${plans.length} files are back, the others are patched still; ${ownCommand(["restore", path])} goes on from here`,
    );
  }
  const asides = plans.flatMap(({ file, entry: { aside } }) =>
    aside === undefined ? [] : join(dirname(file), aside),
  );
  return { root, files: chosen.map((entry) => join(root, entry.path)), asides };
}

function isAbout(root: string, { path, leadsTo }: Entry, asked: string): boolean {
  const at = real(resolve(asked));
  const named = join(root, path);
  return isWithin(named, at) || isWithin(named, resolve(asked)) || leadsTo === at;
}

interface Plan {
  file: string;
  entry: Entry;
  objection?: string;
}

function planRestore(root: string, entry: Entry, force: boolean): Plan {
  const file = fileOf(root, entry);
  const restoring: Entry = { ...entry, step: "restoring" };
  const refuse = (objection: string) => ({ file, entry, objection });
  const backup = backupName(file);
  const now = hashOf(file);
  if (!isTaken(backup)) {
    return now === entry.original ? { file, entry: restoring } : refuse(`the backup ${backup} is gone`);
  }
  if (hashOf(backup) !== entry.original) {
    return refuse(`the backup ${backup} was changed since; look at it, and put it back by hand`);
  }
  if (now === entry.patched || now === entry.original) return { file, entry: restoring };
  if (isTaken(file) && factsOf(file) === undefined) return refuse(`${file} is no plain file any more`);
  const what = isTaken(file) ? "was changed" : "was removed";
  if (!force) {
    return refuse(
      `${file} ${what} since l5cfg-fix patched it; --force brings the original back${isTaken(file) ? ", and keeps the changed one beside it" : ""}`,
    );
  }
  return { file, entry: isTaken(file) ? { ...restoring, aside: basename(asideFor(file)) } : restoring };
}
