import { lstatSync, statSync } from "node:fs";

/**
 * The files that belong neither to this user nor to the system: files that another user can write must not run without
 * a confirmation. For a link, both the link and its file count. Returns all files where the system does not report
 * owners, as on Windows.
 */
export function foreignFiles(files: readonly string[], user = process.getuid?.()): string[] {
  if (user === undefined) return [...files];
  const isOwn = (uid: number) => uid === user || uid === 0;
  return files.filter((file) => ![lstatSync, statSync].every((stat) => isOwn(ownerOf(file, stat) ?? user)));
}

function ownerOf(file: string, stat: typeof statSync | typeof lstatSync): number | undefined {
  return stat(file, { throwIfNoEntry: false })?.uid;
}
