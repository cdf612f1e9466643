/** The names of the files beside one that is patched in place. */

import { freshName } from "../files/replace-file.ts";
import { siblingName } from "../files/sibling-name.ts";

export { freshName } from "../files/replace-file.ts";

const backupEnding = ".l5cfg-fix-backup";

/** What the file was before l5cfg-fix first came. */
export function backupName(file: string): string {
  return siblingName(file, backupEnding);
}

/** Whether a file of this name is a backup. */
export function isBackupName(name: string): boolean {
  return name.endsWith(backupEnding);
}

/** What it was before the run that is under way, where it was patched already. */
export function previousName(file: string): string {
  return siblingName(file, ".l5cfg-fix-previous");
}

/** A backup that is being copied. */
export function copyName(file: string): string {
  return siblingName(file, ".l5cfg-fix-copy");
}

/** What is there only while a run is under way. */
export function scratchNames(file: string): string[] {
  return [freshName, previousName, copyName].map((name) => name(file));
}
