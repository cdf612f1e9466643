/** The names of what lies beside a file that is patched in place. */

import { beside } from "../files/beside.ts";
import { freshName } from "../files/replace.ts";

export { freshName } from "../files/replace.ts";

/** What the file was before l5cfg-fix first came. */
export function backupName(file: string): string {
  return beside(file, ".l5cfg-fix-backup");
}

/** What it was before the run that is under way, where it was patched already. */
export function previousName(file: string): string {
  return beside(file, ".l5cfg-fix-previous");
}

/** A backup that is being copied. */
export function copyName(file: string): string {
  return beside(file, ".l5cfg-fix-copy");
}

/** What is there only while a run is under way. */
export function scratchNames(file: string): string[] {
  return [freshName, previousName, copyName].map((name) => name(file));
}
