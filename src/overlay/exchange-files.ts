/** Changing the files of an overlay: everything is written first, and put in place when all is there. */

import { dirname, join } from "node:path";
import { changedCopyName } from "../files/changed-copy-name.ts";
import type { DiskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { hashOf, sha256 } from "../files/hash.ts";
import { adviceFor, reasonOf } from "../files/os-errors.ts";
import { freshName, replaceFile } from "../files/replace-file.ts";
import { lexists } from "../files/stat.ts";
import { type Manifest, manifestName } from "../manifest/manifest.ts";
import { entriesOf, isInside } from "./overlay-folder.ts";

/** Writes everything beside what it is to replace, and only when all is there puts it in place. */
export function exchangeFiles(
  at: string,
  all: ReadonlyMap<string, Buffer>,
  known: Manifest["files"] | undefined,
  disk: DiskWriter,
): string[] {
  const earlier = known ?? [];
  const paths = [...all.keys()].map((name) => join(at, name));
  try {
    // Before anything else in a new overlay: one that is cut short is known for an overlay, then.
    if (known === undefined) replaceFile(join(at, manifestName), all.get(manifestName)!, disk);
    for (const [name, bytes] of all) stage(join(at, name), bytes, disk);
  } catch (error) {
    for (const path of paths) tryTo(() => disk.remove(freshName(path)));
    if (known === undefined) tryTo(() => discard(at, all.keys(), disk));
    throw new WriteError(`${reasonOf(error)}; nothing was changed in the overlay ${at}${adviceFor(error)}`);
  }
  try {
    const asides = putAside(at, earlier, all, disk);
    for (const { path } of earlier) if (!all.has(path)) removeFile(at, path, disk);
    for (const path of paths) disk.rename(freshName(path), path);
    for (const folder of new Set(paths.map((path) => dirname(path)))) disk.sync(folder);
    return asides;
  } catch (error) {
    for (const path of paths) tryTo(() => disk.remove(freshName(path)));
    throw new WriteError(
      `${reasonOf(error)}; the overlay ${at} is written in part only: run l5cfg-fix again before you flash with it. No original was touched`,
    );
  }
}

/** Leaves nothing of an overlay that could not be begun. */
function discard(at: string, names: Iterable<string>, disk: DiskWriter): void {
  for (const name of names) removeFile(at, name, disk);
}

function stage(path: string, bytes: Buffer, disk: DiskWriter): void {
  disk.makeFolder(dirname(path));
  // One that a killed run left.
  disk.remove(freshName(path));
  disk.create(freshName(path), bytes);
}

/** Moves copies aside that are neither as they were written nor as they are to be. */
export function putAside(
  at: string,
  earlier: Manifest["files"],
  all: ReadonlyMap<string, Buffer>,
  disk: DiskWriter,
): string[] {
  return earlier.flatMap(({ path: name, patchedSha256 }) => {
    const path = join(at, name);
    const hash = isInside(at, path) ? hashOf(path) : undefined;
    const next = all.get(name);
    if (hash === undefined || hash === patchedSha256 || (next && hash === sha256(next))) return [];
    const aside = changedCopyName(path);
    disk.rename(path, aside);
    return aside;
  });
}

/** Removes a file of an overlay, and the folders that are empty then. */
export function removeFile(at: string, name: string, disk: DiskWriter): void {
  const path = join(at, name);
  if (!isInside(at, path)) return;
  disk.remove(path);
  for (
    let folder = dirname(path);
    folder !== at && entriesOf(folder).length === 0;
    folder = dirname(folder)
  ) {
    if (lexists(folder)) disk.removeFolder(folder);
  }
}

/** Does what may fail without consequence: what there is to say was said. */
export function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // What is to be said of it was said.
  }
}
