import { dirname } from "node:path";
import type { DiskWriter } from "./disk-writer.ts";
import { siblingName } from "./sibling-name.ts";

/** The name of what is about to take a file's place. */
export function freshName(path: string): string {
  return siblingName(path, ".l5cfg-fix-new");
}

/** Puts a file in place of whatever has its name, a link included: everybody finds the old one or the new one. */
export function replaceFile(path: string, bytes: Buffer, disk: DiskWriter): void {
  const fresh = freshName(path);
  // One that a killed run left.
  disk.remove(fresh);
  try {
    disk.create(fresh, bytes);
    disk.rename(fresh, path);
  } catch (error) {
    disk.remove(fresh);
    throw error;
  }
  disk.sync(dirname(path));
}
