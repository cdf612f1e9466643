/** What is known of files that are about to be changed. */

import { lstatSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diskFiles } from "./disk-files.ts";
import { isMissing } from "./os-errors.ts";
import { readBounded, UnsuitableFileError } from "./read-bounded.ts";
import { systemPath } from "./system-path.ts";

/** What a file has besides its bytes. */
export interface FileStat {
  /** Which file it is, by whatever name. */
  id: string;
  /** How many names it has. */
  names: number;
  uid: number;
  gid: number;
  mode: number;
  /** In nanoseconds. */
  atimeNs: bigint;
  mtimeNs: bigint;
}

/** Of a plain file; undefined for links, pipes and devices, and where nothing is. */
export function statOf(path: string): FileStat | undefined {
  const stat = lstatSync(systemPath(path), { throwIfNoEntry: false, bigint: true });
  if (!stat?.isFile()) return undefined;
  const { dev, ino, nlink, uid, gid, mode, atimeNs, mtimeNs } = stat;
  return {
    id: `${dev}:${ino}`,
    names: Number(nlink),
    uid: Number(uid),
    gid: Number(gid),
    mode: Number(mode) & 0o7777,
    atimeNs,
    mtimeNs,
  };
}

/** A plain file's bytes; undefined where none is there, or a link, a pipe, something huge. */
export function readIfPlain(path: string): Buffer | undefined {
  try {
    return readBounded(path, { followLink: false });
  } catch (error) {
    if (error instanceof UnsuitableFileError || isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether anything has this name, be it a link that leads nowhere. */
export function lexists(path: string): boolean {
  return lstatSync(systemPath(path), { throwIfNoEntry: false }) !== undefined;
}

/** Whether a name leads to anything. */
export function exists(path: string): boolean {
  return diskFiles.kind(path) !== undefined;
}

/** A path without links, as far as it exists. */
export function realpath(path: string): string {
  if (path === dirname(path)) return path;
  return exists(path) ? diskFiles.realpath(path) : join(realpath(dirname(path)), basename(path));
}
