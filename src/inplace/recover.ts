import { dirname, join } from "node:path";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { reasonOf, WriteError } from "../files/errors.ts";
import { ownCommand } from "../overlay/shell.ts";
import { type Entry, journalName, readJournal, type Step, underWay, writeJournal } from "./journal.ts";
import { fileOf } from "./place.ts";
import { dropStaged, finishPatch, finishRestore, type Settled, sweep, undoPatch } from "./settle.ts";

/** What was done about a run that had been cut short. Paths are absolute. */
export interface Recovery {
  root: string;
  /** Files that were patched after all. */
  patched: string[];
  /** Files that are as they were before that run. */
  undone: string[];
  /** Files whose original is back after all. */
  restored: string[];
  /** Files that were changed by somebody else since, and left alone. */
  foreign: string[];
}

const settle: Readonly<Record<Step, (file: string, entry: Entry, disk: DiskWriter) => Settled>> = {
  staging: dropStaged,
  patching: finishPatch,
  undoing: undoPatch,
  restoring: finishRestore,
  patched: (_, entry) => ({ entry }),
};

/**
 * Brings to an end what the journal of a folder says is under way; undefined where that is nothing. Can be cut short
 * itself, and be done again. Throws WriteError for a damaged journal, and what the system says when it cannot write.
 */
export function recover(root: string, disk: DiskWriter): Recovery | undefined {
  // A journal that was being written.
  sweep(join(root, journalName), disk);
  const entries = readJournal(root);
  const pending = underWay(entries);
  if (pending.length === 0) return undefined;
  const done: Recovery = { root, patched: [], undone: [], restored: [], foreign: [] };
  const kept = entries.filter((entry) => !pending.includes(entry));
  const files: string[] = [];
  for (const entry of pending) {
    const { file, settled } = settleOne(root, entry, disk);
    if (file !== undefined) files.push(file);
    if (settled.entry) kept.push(settled.entry);
    done[settled.isForeign ? "foreign" : OUTCOMES[entry.step]].push(join(root, entry.path));
  }
  for (const folder of new Set(files.map((file) => dirname(file)))) disk.sync(folder);
  for (const file of files) sweep(file, disk);
  writeJournal(root, kept, disk);
  return done;
}

/** The same for several folders. Throws WriteError. */
export function recoverAll(roots: readonly string[], disk: DiskWriter = diskWriter): Recovery[] {
  return roots.flatMap((root) => {
    try {
      return recover(root, disk) ?? [];
    } catch (error) {
      throw new WriteError(
        `an earlier run in ${root} was cut short, and cannot be brought to an end: ${reasonOf(error)}. No file is torn and no original lost; run ${ownCommand(["restore", root])} when the disk can be written again`,
      );
    }
  });
}

const OUTCOMES = {
  staging: "undone",
  patching: "patched",
  undoing: "undone",
  restoring: "restored",
  patched: "patched",
} as const satisfies Record<Step, keyof Recovery>;

function settleOne(root: string, entry: Entry, disk: DiskWriter): { file?: string; settled: Settled } {
  let file: string;
  try {
    file = fileOf(root, entry);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const { next, aside, ...rest } = entry;
    return { settled: { entry: { ...rest, step: "patched" }, isForeign: true } };
  }
  return { file, settled: settle[entry.step](file, entry, disk) };
}
