/** Patching files where they are, so that it can be taken back to the last byte. */

import { dirname, join, resolve } from "node:path";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { hashOf, sha256 } from "../files/hash.ts";
import { adviceFor, reasonOf, wrapReadErrors } from "../files/os-errors.ts";
import { type FileStat, lexists, statOf } from "../files/stat.ts";
import { ownCommand } from "../overlay/shell-quote.ts";
import { type Entry, readJournal, type Step, underWay, writeJournal } from "./journal.ts";
import { recover } from "./recover.ts";
import { type RootedFile, rootedFile } from "./rooted-file.ts";
import { backupName, freshName, scratchNames } from "./sidecar-names.ts";
import { before } from "./steps.ts";

/** A file and what is to become of it: bytes decoded as latin1. */
export interface FileChange {
  path: string;
  before: string;
  after: string;
}

/** A file that was patched. Paths are absolute. */
export interface PatchedInPlace {
  /** As it was named. */
  path: string;
  /** Its backup, beside the file itself. */
  backup: string;
  /** What is worth knowing: links, and what could not be kept. */
  notes: string[];
}

interface Plan extends RootedFile {
  change: FileChange;
  stat: FileStat;
  entry: Entry;
  notes: string[];
}

/**
 * Patches files, all of them or none: first everything is written beside them, then each takes its original's place in
 * one step. Is for those who hold the lock of the folders, in which nothing is under way. Throws WriteError when it
 * cannot be done, having taken back what it did; the message says so, or what to do where even that was impossible.
 */
export function patchInPlace(
  changes: readonly FileChange[],
  disk: DiskWriter = diskWriter,
): PatchedInPlace[] {
  const plans = wrapReadErrors(() => distinct(changes).map(plan));
  const roots = [...new Set(plans.map(({ root }) => root))];
  const others = new Map(roots.map((root) => [root, entriesBeside(root, plans)]));
  const enter = (root: string, step: Step) => {
    const own = plans.filter((one) => one.root === root).map(({ entry }) => ({ ...entry, step }));
    writeJournal(root, [...others.get(root)!, ...own], disk);
  };
  try {
    for (const root of roots) enter(root, "staging");
    const rounded = plans.filter((one) => stage(one, disk));
    rounded[0]?.notes.push(timesNote(rounded.map(({ change }) => change.path)));
    for (const folder of foldersOf(plans)) disk.sync(folder);
    for (const one of plans) refuseChanged(one);
    for (const root of roots) enter(root, "patching");
    for (const root of roots) refuseForeign(recover(root, disk)?.foreign ?? []);
  } catch (error) {
    if (error instanceof Left) throw new WriteError(error.message);
    throw takeBack(error, plans, (root) => enter(root, "undoing"), disk);
  }
  for (const one of plans) one.notes.push(...copyNotes(one));
  return plans.map(({ change, file, notes }) => ({ path: change.path, backup: backupName(file), notes }));
}

function timesNote([first, ...others]: readonly string[]): string {
  const rest = others.length === 0 ? "" : ` and ${others.length} more`;
  return `the times of ${first}${rest} are kept to the microsecond; restore brings the exact ones back`;
}

/** The backup is the very file, but where the system refuses it a second name. */
function copyNotes({ change, file, stat, entry }: Plan): string[] {
  const backup = statOf(backupName(file));
  if (entry.patched !== undefined || backup === undefined || backup.id === stat.id) return [];
  return [
    `the backup of ${change.path} is a copy, as the system refuses it a second name: its times are exact to the microsecond, and restore brings that copy back`,
  ];
}

/** A file that was changed in the moment it was to be replaced. */
class Left extends Error {}

function refuseForeign(paths: readonly string[]): void {
  if (paths.length === 0) return;
  throw new Left(
    `${paths.join(", ")} was changed by another program in the very moment it was to be patched, and was left alone; the other files are patched. Run l5cfg-fix again`,
  );
}

/** Takes back what was done in these folders. Where the disk is full, that makes the room that is needed for it. */
function takeBack(
  error: unknown,
  plans: readonly Plan[],
  enterUndoing: (root: string) => void,
  disk: DiskWriter,
): WriteError {
  const why = reasonOf(error);
  const roots = [...new Set(plans.map(({ root }) => root))];
  try {
    // Where nothing but staging was begun, the staged files can go without a word in the journal.
    const begun = roots.filter((root) => isBegun(root, plans));
    for (const root of roots) if (!begun.includes(root)) recover(root, disk);
    for (const root of begun) enterUndoing(root);
    for (const root of begun) recover(root, disk);
    return new WriteError(`${why}; nothing was changed: every file is as it was${adviceFor(error)}`);
  } catch (second) {
    return new WriteError(
      `${why}; the changes so far could not be undone either (${reasonOf(second)}). No file is damaged and no original is lost: when the disk can be written again, ${roots.map((root) => ownCommand(["restore", root])).join(", ")} restores all files`,
    );
  }
}

/** Whether the journal of a folder says that files may have been replaced. */
function isBegun(root: string, plans: readonly Plan[]): boolean {
  return readJournal(root).some(({ path, step, patched }) => {
    const own = plans.find((one) => one.root === root && one.entry.path === path);
    return own !== undefined && step !== "staging" && (step !== "patched" || patched === own.entry.next);
  });
}

/** Each file once, by whatever paths it was named. */
function distinct(changes: readonly FileChange[]): (FileChange & { place: RootedFile })[] {
  const byFile = new Map<string, FileChange & { place: RootedFile }>();
  for (const change of changes) {
    const place = rootedFile(change.path);
    const known = byFile.get(place.file);
    if (known !== undefined && known.after !== change.after) {
      throw new WriteError(
        `${known.path} and ${change.path} are the same file, and want different things of it; nothing was changed`,
      );
    }
    if (known === undefined) byFile.set(place.file, { ...change, place });
  }
  return [...byFile.values()];
}

function plan({ place, ...change }: FileChange & { place: RootedFile }): Plan {
  const { file, path, root } = place;
  const stat = statOf(file);
  if (stat === undefined) throw new WriteError(`${change.path} is no plain file; nothing was changed`);
  const original = sha256(change.before);
  const known = knownEntry(place, original);
  const entry: Entry = {
    path,
    step: "staging",
    original: known?.original ?? original,
    ...(known && { patched: original }),
    next: sha256(change.after),
  };
  for (const name of [...(known ? [] : [backupName(file)]), ...scratchNames(file)]) {
    if (lexists(name)) {
      throw new WriteError(
        `${name} is there, and the journal of ${root} does not know it; nothing was changed. Move it away`,
      );
    }
  }
  const one = { ...place, change, stat, entry, notes: linkNotes(change.path, place, stat) };
  refuseChanged(one);
  return one;
}

/** What the journal knows of a file, as long as its backup is there. */
function knownEntry({ root, path, file }: RootedFile, hash: string): Entry | undefined {
  const known = readJournal(root).find((entry) => entry.path === path);
  if (known === undefined || !lexists(backupName(file))) return undefined;
  if (known.patched !== hash) {
    throw new WriteError(
      `${join(root, path)} was changed since l5cfg-fix patched it; nothing was changed. ${ownCommand(["restore", "--force", join(root, path)])} brings its original back and keeps the changed one beside it; to take the changed one as the original, move ${backupName(file)} away`,
    );
  }
  return known;
}

function linkNotes(path: string, { file }: RootedFile, { names }: FileStat): string[] {
  return [
    ...(file === resolve(path) ? [] : [`${path} is a link and stays one; ${file} is patched`]),
    ...(names === 1
      ? []
      : [`${path} has ${names} names (hard links); the others keep the original until it is restored`]),
  ];
}

function refuseChanged({ file, change, entry }: Plan): void {
  if (hashOf(file) !== before(entry)) {
    throw new WriteError(`${change.path} was changed while l5cfg-fix was at work; run it again`);
  }
}

/** Answers whether the time of change could only be kept to the microsecond. */
function stage({ file, change, stat, notes }: Plan, disk: DiskWriter): boolean {
  const lost = disk.create(freshName(file), Buffer.from(change.after, "latin1"), stat);
  for (const what of lost) {
    notes.push(`the ${what} of ${change.path} could not be kept; restore brings it back`);
  }
  const staged = statOf(freshName(file));
  if (staged === undefined) throw new WriteError(`${freshName(file)} is gone again`);
  return staged.mtimeNs !== stat.mtimeNs;
}

/** What else the journal of a folder knows. Throws WriteError where something is under way. */
function entriesBeside(root: string, plans: readonly Plan[]): Entry[] {
  const entries = readJournal(root);
  if (underWay(entries).length > 0) {
    throw new WriteError(
      `an earlier run in ${root} was cut short; nothing was changed. Run ${ownCommand(["restore", root])}`,
    );
  }
  return entries.filter(({ path }) => !plans.some((one) => one.root === root && one.path === path));
}

function foldersOf(plans: readonly Plan[]): Set<string> {
  return new Set(plans.map(({ file }) => dirname(file)));
}
