import { dirname, join } from "node:path";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { reasonOf } from "../files/os-errors.ts";
import { ownCommand } from "../overlay/shell-quote.ts";
import { type Entry, journalName, readJournal, type Step, underWay, writeJournal } from "./journal.ts";
import { fileOfEntry } from "./rooted-file.ts";
import { cleanUp, dropStaged, finishPatch, finishRestore, type StepOutcome, undoPatch } from "./steps.ts";

/** What was done about a run that had been cut short. Paths are absolute. */
export interface Recovery {
  root: string;
  /** Files that were patched after all. */
  patched: string[];
  /** Files that are as they were before that run. */
  undone: string[];
  /** Files whose original is back after all. */
  restored: string[];
  /** Files that another program changed since; they were left alone. */
  foreign: string[];
}

const stepFunctions: Readonly<Record<Step, (file: string, entry: Entry, disk: DiskWriter) => StepOutcome>> = {
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
  cleanUp(join(root, journalName), disk);
  const entries = readJournal(root);
  const pending = underWay(entries);
  if (pending.length === 0) return undefined;
  const done: Recovery = { root, patched: [], undone: [], restored: [], foreign: [] };
  const kept = entries.filter((entry) => !pending.includes(entry));
  const files: string[] = [];
  for (const entry of pending) {
    const { file, outcome } = completeStep(root, entry, disk);
    if (file !== undefined) files.push(file);
    if (outcome.entry) kept.push(outcome.entry);
    done[outcome.isForeign ? "foreign" : OUTCOMES[entry.step]].push(join(root, entry.path));
  }
  for (const folder of new Set(files.map((file) => dirname(file)))) disk.sync(folder);
  for (const file of files) cleanUp(file, disk);
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

function completeStep(root: string, entry: Entry, disk: DiskWriter): { file?: string; outcome: StepOutcome } {
  let file: string;
  try {
    file = fileOfEntry(root, entry);
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const { next, aside, ...rest } = entry;
    return { outcome: { entry: { ...rest, step: "patched" }, isForeign: true } };
  }
  return { file, outcome: stepFunctions[entry.step](file, entry, disk) };
}
