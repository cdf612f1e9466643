/**
 * The steps that change one file. Each can be done again from wherever it was cut short: what is there shows how far it
 * came. None touches a file that is neither what it was nor what it is to be.
 */

import { dirname, join } from "node:path";
import type { DiskWriter } from "../files/disk-writer.ts";
import { hashOf } from "../files/hash.ts";
import { lexists, readIfPlain, statOf } from "../files/stat.ts";
import type { Entry } from "./journal.ts";
import { backupName, copyName, freshName, previousName, scratchNames } from "./sidecar-names.ts";

/** The result of a step. */
export interface StepOutcome {
  /** What the journal keeps of the file; nothing where l5cfg-fix is done with it. */
  entry?: Entry;
  /** Whether another program changed the file, so that it was left alone. */
  isForeign?: boolean;
}

/** The hash of what a file held before the run under way. */
export function before({ patched, original }: Entry): string {
  return patched ?? original;
}

/** Puts the staged bytes in the file's place. The original, the very file with all that hangs on it, becomes the backup. */
export function finishPatch(file: string, entry: Entry, disk: DiskWriter): StepOutcome {
  const kept = keptName(file, entry);
  const now = hashOf(file);
  if (now === before(entry) && hashOf(freshName(file)) === entry.next) {
    keep(file, kept, disk);
    if (hashOf(kept) !== before(entry)) return skip(file, entry, disk);
    disk.rename(freshName(file), file);
  } else if (now !== entry.next) return skip(file, entry, disk);
  return { entry: atRest({ ...entry, patched: entry.next! }) };
}

/** Takes back what the run under way did. */
export function undoPatch(file: string, entry: Entry, disk: DiskWriter): StepOutcome {
  const kept = keptName(file, entry);
  const isKept = hashOf(kept) === before(entry);
  const now = hashOf(file);
  if (now === before(entry)) {
    if (isKept) disk.remove(kept);
  } else if (now === entry.next && isKept) disk.rename(kept, file);
  else return skip(file, entry, disk);
  return asBefore(entry);
}

/** Brings the backup back. A file that was changed since goes aside first, where the journal says so. */
export function finishRestore(file: string, entry: Entry, disk: DiskWriter): StepOutcome {
  const backup = backupName(file);
  if (!lexists(backup)) return {};
  const now = hashOf(file);
  if (entry.aside !== undefined) {
    const aside = join(dirname(file), entry.aside);
    if (lexists(file) && !lexists(aside)) keep(file, aside, disk);
  } else if (now !== undefined && now !== before(entry) && now !== entry.original) {
    return { entry: atRest(entry), isForeign: true };
  }
  // A rename of a file over itself does nothing (POSIX, rename).
  if (statOf(backup)?.id === statOf(file)?.id) disk.remove(backup);
  else disk.rename(backup, file);
  return {};
}

/** Nothing was done yet but to stage new bytes, which are swept away. */
export function dropStaged(_file: string, entry: Entry): StepOutcome {
  return asBefore(entry);
}

/** Takes away what is there only while a run is under way. */
export function cleanUp(file: string, disk: DiskWriter): void {
  for (const path of scratchNames(file)) if (lexists(path)) disk.remove(path);
}

/** Another program changed the file while the run was cut short: theirs stays, and so does the backup, if it is one. */
function skip(file: string, entry: Entry, disk: DiskWriter): StepOutcome {
  const kept = keptName(file, entry);
  const isBackup = hashOf(kept) === before(entry);
  const facts = statOf(kept);
  // Theirs by another name.
  if (!isBackup && facts !== undefined && facts.id === statOf(file)?.id) disk.remove(kept);
  if (entry.patched === undefined && !isBackup) return { isForeign: true };
  return { entry: atRest(entry), isForeign: true };
}

function asBefore(entry: Entry): StepOutcome {
  return entry.patched === undefined ? {} : { entry: atRest(entry) };
}

function atRest({ path, leadsTo, original, patched, next }: Entry): Entry {
  const made = patched ?? next;
  return {
    path,
    ...(leadsTo !== undefined && { leadsTo }),
    step: "patched",
    original,
    ...(made !== undefined && { patched: made }),
  };
}

/** Where the file goes that is about to be replaced. */
function keptName(file: string, { patched }: Entry): string {
  return patched === undefined ? backupName(file) : previousName(file);
}

/** What the system answers where a file cannot have two names: another owner's, or a disk that knows no such thing. */
const NO_LINKS = ["EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL"];

/** Gives a file a second name, before its own becomes another's. Where that cannot be, it is copied. */
function keep(file: string, kept: string, disk: DiskWriter): void {
  if (lexists(kept)) return;
  try {
    disk.link(file, kept);
  } catch (error) {
    if (!NO_LINKS.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    const copy = copyName(file);
    disk.remove(copy);
    disk.create(copy, readIfPlain(file)!, statOf(file)!);
    disk.rename(copy, kept);
  }
  disk.sync(dirname(file));
}
