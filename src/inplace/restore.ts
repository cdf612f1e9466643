/** Bringing back what was there before l5cfg-fix came. */

import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { changedCopyName } from "../files/changed-copy-name.ts";
import { diskFiles } from "../files/disk-files.ts";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { fileNameText } from "../files/file-names.ts";
import { hashOf } from "../files/hash.ts";
import { isLock } from "../files/lock-name.ts";
import { reasonOf, wrapReadErrors } from "../files/os-errors.ts";
import { isWithin } from "../files/paths.ts";
import { lexists, realpath, statOf } from "../files/stat.ts";
import { systemPath } from "../files/system-path.ts";
import { debugPluginName } from "../install/plugins.ts";
import { ownCommand } from "../overlay/shell-quote.ts";
import { type Entry, journalName, readJournal, writeJournal } from "./journal.ts";
import { recover } from "./recover.ts";
import { fileOfEntry, rootOf } from "./rooted-file.ts";
import { backupName, freshName } from "./sidecar-names.ts";

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
  const at = realpath(resolve(path));
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
    return readdirSync(systemPath(folder), { withFileTypes: true, encoding: "buffer" })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => fileNameText(name.toString("latin1")));
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
  const plans = wrapReadErrors(() => chosen.map((entry) => planRestore(root, entry, force)));
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
    const left = plans.filter(({ file }) => lexists(backupName(file))).length;
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
  const at = realpath(resolve(asked));
  const named = join(root, path);
  return isWithin(named, at) || isWithin(named, resolve(asked)) || leadsTo === at;
}

interface Plan {
  file: string;
  entry: Entry;
  objection?: string;
}

function planRestore(root: string, entry: Entry, force: boolean): Plan {
  const file = fileOfEntry(root, entry);
  const restoring: Entry = { ...entry, step: "restoring" };
  const refuse = (objection: string) => ({ file, entry, objection });
  const backup = backupName(file);
  const now = hashOf(file);
  if (!lexists(backup)) {
    return now === entry.original ? { file, entry: restoring } : refuse(`the backup ${backup} is gone`);
  }
  if (hashOf(backup) !== entry.original) {
    return refuse(`the backup ${backup} was changed since; look at it, and put it back by hand`);
  }
  if (now === entry.patched || now === entry.original) return { file, entry: restoring };
  if (lexists(file) && statOf(file) === undefined) return refuse(`${file} is no plain file any more`);
  const what = lexists(file) ? "was changed" : "was removed";
  if (!force) {
    return refuse(
      `${file} ${what} since l5cfg-fix patched it; --force brings the original back${lexists(file) ? ", and keeps the changed one beside it" : ""}`,
    );
  }
  return {
    file,
    entry: lexists(file) ? { ...restoring, aside: basename(changedCopyName(file)) } : restoring,
  };
}
