import { basename, dirname, join } from "node:path";
import { changedCopyName } from "../files/changed-copy-name.ts";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { hashOf } from "../files/hash.ts";
import { reasonOf, wrapReadErrors } from "../files/os-errors.ts";
import { lexists, statOf } from "../files/stat.ts";
import { ownCommand } from "../overlay/shell-quote.ts";
import { type Entry, readJournal, writeJournal } from "./journal.ts";
import { isReached, type Reach, reachOf } from "./reach.ts";
import { recover } from "./recover.ts";
import { fileOfEntry } from "./rooted-file.ts";
import { backupName } from "./sidecar-names.ts";

export interface RestoreOptions {
  /** Brings originals back where the file was changed since, too, and keeps the changed one beside it. */
  force?: boolean;
  disk?: DiskWriter;
  /** What the path leads to, where that was found out before. */
  reach?: Reach;
}

/** The result of restoring. Paths are absolute. */
export interface Restored {
  root: string;
  /** The files that are as they were before l5cfg-fix first came. */
  files: string[];
  /** Where files went that had been changed since. */
  asides: string[];
}

/**
 * Brings back the originals of a folder with a journal, all that a path leads to or none. Is for those who hold
 * its lock, when nothing is under way there. Throws WriteError where a file was changed since, where a backup is gone
 * or was changed, and where the folder cannot be written.
 */
export function restoreIn(root: string, path: string, options: RestoreOptions = {}): Restored {
  const { force = false, disk = diskWriter, reach = reachOf(path) } = options;
  const entries = readJournal(root);
  const chosen = entries.filter((entry) => isReached(reach, root, entry));
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

/** The backups among those seen that no journal knows: what they belong to has to be put back by hand. */
export function unknownBackups(roots: readonly string[], { backups }: Reach): string[] {
  const known = new Set(
    roots.flatMap((root) =>
      readJournal(root).map((entry) => backupName(entry.leadsTo ?? join(root, entry.path))),
    ),
  );
  return backups.filter((backup) => !known.has(backup)).sort();
}
