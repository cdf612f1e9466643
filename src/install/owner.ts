import { lstatSync, statSync } from "node:fs";

/**
 * The files that belong to another user than this one and the system's own: what another user can write must not be run
 * without being asked. A link's owner counts as its file's does. All of them where the system does not tell owners, as
 * Windows.
 */
export function foreignFiles(files: readonly string[], user = process.getuid?.()): string[] {
  if (user === undefined) return [...files];
  const isOwn = (uid: number) => uid === user || uid === 0;
  return files.filter((file) => ![lstatSync, statSync].every((stat) => isOwn(ownerOf(file, stat) ?? user)));
}

function ownerOf(file: string, stat: typeof statSync | typeof lstatSync): number | undefined {
  return stat(file, { throwIfNoEntry: false })?.uid;
}
