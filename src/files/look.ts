/** Looking at files that are about to be changed. */

import { createHash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { thisDisk } from "../install/machine.ts";
import { staysInside } from "../install/manifest.ts";
import { onDisk } from "../openocd/names.ts";

/** What a file has besides its bytes. */
export interface Facts {
  /** Which file it is, by whatever name. */
  id: string;
  /** How many names it has. */
  names: number;
  uid: number;
  gid: number;
  mode: number;
  /** In seconds. */
  atime: number;
  mtime: number;
}

/** No config is larger than this, in bytes. */
const LARGEST = 16 * 1024 * 1024;

/** The facts of a plain file. Links, pipes and devices are none. */
export function factsOf(path: string): Facts | undefined {
  const stat = lstatSync(onDisk(path), { throwIfNoEntry: false, bigint: true });
  if (!stat?.isFile()) return undefined;
  return {
    id: `${stat.dev}:${stat.ino}`,
    names: Number(stat.nlink),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    mode: Number(stat.mode) & 0o7777,
    atime: Number(stat.atimeNs) / 1e9,
    mtime: Number(stat.mtimeNs) / 1e9,
  };
}

/** A plain file's bytes; undefined where none is there, or a link, a pipe, something huge. */
export function bytesOf(path: string): Buffer | undefined {
  const stat = lstatSync(onDisk(path), { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= LARGEST ? readFileSync(onDisk(path)) : undefined;
}

/** Whether anything has this name, be it a link that leads nowhere. */
export function isTaken(path: string): boolean {
  return lstatSync(onDisk(path), { throwIfNoEntry: false }) !== undefined;
}

/** Whether a name leads to anything. */
export function isThere(path: string): boolean {
  return thisDisk.kind(path) !== undefined;
}

/** Of bytes, or of a text that is bytes decoded as latin1, in lower-case hex. */
export function sha256(bytes: Buffer | string): string {
  const hash = createHash("sha256");
  return (typeof bytes === "string" ? hash.update(bytes, "latin1") : hash.update(bytes)).digest("hex");
}

/** Of a plain file's bytes; undefined where none is there. */
export function hashOf(path: string): string | undefined {
  const bytes = bytesOf(path);
  return bytes && sha256(bytes);
}

/** A path without links, as far as it exists. */
export function real(path: string): string {
  if (path === dirname(path)) return path;
  return isThere(path) ? thisDisk.real(path) : join(real(dirname(path)), basename(path));
}

export function isWithin(path: string, folder: string): boolean {
  return path === folder || staysInside(relative(folder, path));
}
