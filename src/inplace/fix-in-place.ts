import type { Patch } from "../check/fix.ts";
import { beingModified } from "../files/errors.ts";
import { type LockOptions, NoLock, whileUnchanged, withLock } from "../files/lock.ts";
import { realpath } from "../files/stat.ts";
import { readJournal, underWay } from "./journal.ts";
import { type PatchedInPlace, patchInPlace } from "./patch-in-place.ts";
import { type Recovery, recoverAll } from "./recover.ts";
import { rootedFile } from "./rooted-file.ts";

/** What in-place runs are made of: which files are to be what. */
type Fixing = Pick<Patch, "files">;

/** The result of an in-place run. */
export interface InPlace<T extends Fixing = Patch> {
  patch: T;
  patched: PatchedInPlace[];
  /** What was done about earlier runs that had been cut short. */
  recoveries: Recovery[];
}

/** How often files of yet another folder may turn out to be concerned. */
const ATTEMPTS = 5;

/**
 * Fixes files where they are. `fix` says what is to be done: it runs only while no other process writes in the folder, and
 * after an earlier run that was cut short was brought to an end. Where files of other folders turn out to be concerned,
 * those are locked, too, and `fix` is asked again. Throws WriteError where files cannot be written; all are as they
 * were then, or the message says otherwise.
 */
export function fixInPlace<T extends Fixing>(
  root: string,
  fix: () => T,
  options: LockOptions = {},
): InPlace<T> {
  const roots = new Set([realpath(root)]);
  const recoveries: Recovery[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const done = withLock([...roots], () => apply(roots, recoveries, fix, options), options);
      if (done !== undefined) return done;
    } catch (error) {
      if (error instanceof NoLock) return onlyLook(realpath(root), fix, error, options);
      throw error;
    }
  }
  throw beingModified(root);
}

/** Undefined where folders turn out to be concerned that are not locked; they are among `roots` then. */
function apply<T extends Fixing>(
  roots: Set<string>,
  recoveries: Recovery[],
  fix: () => T,
  { disk }: LockOptions,
): InPlace<T> | undefined {
  recoveries.push(...recoverAll([...roots], disk));
  const patch = fix();
  const locked = roots.size;
  for (const { path } of patch.files) roots.add(rootedFile(path).root);
  if (roots.size > locked) return undefined;
  return { patch, patched: patchInPlace(patch.files, disk), recoveries };
}

/** Where nothing can be written, nothing need be where there is nothing to patch. */
function onlyLook<T extends Fixing>(
  root: string,
  fix: () => T,
  refusal: NoLock,
  options: LockOptions,
): InPlace<T> {
  const { patch, isUnderWay } = whileUnchanged(
    root,
    () => ({ patch: fix(), isUnderWay: underWay(readJournal(root)).length > 0 }),
    options,
  );
  if (patch.files.length > 0 || isUnderWay) throw refusal;
  return { patch, patched: [], recoveries: [] };
}
