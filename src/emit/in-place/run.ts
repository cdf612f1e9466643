import type { Patch } from "../../mend/fix.ts";
import { WriteError } from "../errors.ts";
import { type LockOptions, withLock } from "../lock.ts";
import { readJournal, underWay } from "./journal.ts";
import { type PatchedInPlace, patchInPlace } from "./patch.ts";
import { placeOf } from "./place.ts";
import { type Recovery, recoverAll } from "./recover.ts";

/** What an in-place run came to. */
export interface InPlace {
  patch: Patch;
  patched: PatchedInPlace[];
  /** What was done about earlier runs that had been cut short. */
  recoveries: Recovery[];
}

/** How often what is to be patched may turn out to lie in yet another folder. */
const ATTEMPTS = 5;

/**
 * Mends files where they are. `mend` says what is to be done, and is asked again when the folders are locked: an
 * earlier run that was cut short is brought to an end first, and while this one waited for another, that one may have
 * mended all. Throws WriteError where files cannot be written; all are as they were then, or the message says otherwise.
 */
export function mendInPlace(root: string, mend: () => Patch, options: LockOptions = {}): InPlace {
  const recoveries: Recovery[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const draft = mend();
    const roots = rootsOf(draft);
    if (underWay(readJournal(root)).length > 0) roots.push(root);
    if (roots.length === 0) return { patch: draft, patched: [], recoveries };
    const done = withLock(roots, () => apply(roots, recoveries, mend, options), options);
    if (done !== undefined) return done;
  }
  throw new WriteError(`${root} changes all the time; nothing was changed. Run l5cfg-fix when it is at rest`);
}

/** Undefined where a folder turns out to be concerned that is not locked. */
function apply(
  roots: readonly string[],
  recoveries: Recovery[],
  mend: () => Patch,
  { disk }: LockOptions,
): InPlace | undefined {
  recoveries.push(...recoverAll(roots, disk));
  // The draft was made while others may have written: of one file the text before, and of another that after.
  const patch = mend();
  if (rootsOf(patch).some((root) => !roots.includes(root))) return undefined;
  return { patch, patched: patchInPlace(patch.files, disk), recoveries };
}

function rootsOf({ files }: Patch): string[] {
  return [...new Set(files.map(({ path }) => placeOf(path).root))];
}
