/**
 * One l5cfg-fix at a time in a folder. Each process that wants to write there makes a file whose name says which
 * process it is, and then looks for others: of two, one at least sees the other, and goes back. So there is never a lock
 * to be broken, which two could do at once: what a killed process left says that it is dead, and counts for nothing.
 */

import { lstatSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { namesIn } from "./disk-files.ts";
import { type DiskWriter, diskWriter } from "./disk-writer.ts";
import { beingModified, WriteError } from "./errors.ts";
import { isLock } from "./is-lock.ts";
import { isAlive, ownLock, whoIn } from "./lock-name.ts";
import { adviceFor, reasonOf } from "./os-errors.ts";
import { sleep } from "./rename-retrying.ts";
import { systemPath } from "./system-path.ts";

export interface LockOptions {
  disk?: DiskWriter;
  /** How long to wait for another, in milliseconds. */
  timeoutMs?: number;
  /** Called once when there is another to wait for. */
  onWait?: (who: string) => void;
}

/** The locks that this thread has. One of its own that is not among them could not be removed after use. */
const mine = new Set<string>();

/**
 * Does something while no other l5cfg-fix writes in these folders, which must exist. Waits for another one; throws
 * WriteError when that takes too long, or when the folder cannot be written in.
 */
export function withLock<T>(folders: readonly string[], action: () => T, options: LockOptions = {}): T {
  const { disk = diskWriter } = options;
  const held: string[] = [];
  try {
    // In one order for all, so that no two wait for each other.
    for (const folder of [...new Set(folders)].sort()) held.push(lock(folder, options));
    return action();
  } finally {
    for (const path of held) release(path, disk);
  }
}

/** A folder in which no lock can be had. */
export class NoLock extends WriteError {}

/** How often a folder may change while it is looked at. */
const ATTEMPTS = 5;

/**
 * Reads a folder that cannot be locked, while no other l5cfg-fix writes there: taking its lock, or writing
 * its journal, changes it. Waits and throws as `withLock` does.
 */
export function whileUnchanged<T>(folder: string, look: () => T, options: LockOptions = {}): T {
  const { disk = diskWriter } = options;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let before: bigint | undefined;
    patiently(folder, options, () => {
      before = changeOf(folder);
      return otherIn(folder, disk);
    });
    const seen = look();
    if (changeOf(folder) === before) return seen;
  }
  throw beingModified(folder);
}

/** When a folder's names changed last. */
function changeOf(folder: string): bigint | undefined {
  return lstatSync(systemPath(folder), { bigint: true, throwIfNoEntry: false })?.ctimeNs;
}

function lock(folder: string, options: LockOptions): string {
  const { disk = diskWriter } = options;
  const path = join(folder, ownLock());
  patiently(folder, options, () => otherIn(folder, disk) ?? claim(path, folder, disk));
  return path;
}

/** Tries again and again, as long as another process is in the way: `attempt` returns its lock. */
function patiently(
  folder: string,
  { timeoutMs = 60_000, onWait }: LockOptions,
  attempt: () => string | undefined,
): void {
  const end = Date.now() + timeoutMs;
  let isNew = true;
  for (;;) {
    const other = attempt();
    if (other === undefined) return;
    if (isNew) onWait?.(whoIn(folder, other));
    isNew = false;
    if (Date.now() > end) throw busy(folder, other);
    sleep(5 + Math.random() * 40);
  }
}

/** Tries to take the lock. Answers who else has it, or wants it at the same time. */
function claim(path: string, folder: string, disk: DiskWriter): string | undefined {
  try {
    disk.create(path, Buffer.from(`${hostname()}\n`));
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (isThere && mine.has(path)) return ownLock();
    if (!isThere) {
      release(path, disk);
      throw new NoLock(`${reasonOf(error)}; nothing was changed in ${folder}${adviceFor(error)}`);
    }
  }
  const other = otherIn(folder, disk);
  if (other === undefined) mine.add(path);
  else release(path, disk);
  return other;
}

/** The lock of another process that lives. What dead ones left is swept away. */
function otherIn(folder: string, disk: DiskWriter): string | undefined {
  const own = ownLock();
  const others = everythingIn(folder).filter((name) => isLock(name) && name !== own);
  const living = others.filter((name) => isAlive(name));
  for (const name of others) if (!living.includes(name)) release(join(folder, name), disk);
  return living[0];
}

function everythingIn(folder: string): string[] {
  try {
    return namesIn(folder);
  } catch (error) {
    throw new WriteError(`${reasonOf(error)}; nothing was changed`);
  }
}

function release(path: string, disk: DiskWriter): void {
  mine.delete(path);
  try {
    disk.remove(path);
  } catch {
    // It counts for nothing once this process has ended.
  }
}

function busy(folder: string, name: string): WriteError {
  const who = whoIn(folder, name);
  return new WriteError(
    `another l5cfg-fix (${who}) is at work in ${folder}; nothing was changed. Wait for it; if it is dead, remove ${join(folder, name)}`,
  );
}
