/**
 * One l5cfg-fix at a time in a folder. Each process that wants to write there makes a file whose name says which
 * process it is, and then looks for others: of two, one at least sees the other, and goes back. So there is never a lock
 * to be broken, which two could do at once: what a killed process left says that it is dead, and counts for nothing.
 */

import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { namesIn } from "../openocd/file-system.ts";
import { type DiskWriter, diskWriter } from "./disk-writer.ts";
import { adviceOn, reasonOf, WriteError } from "./errors.ts";
import { bytesOf } from "./look.ts";

export interface LockOptions {
  disk?: DiskWriter;
  /** How long to wait for another, in milliseconds. */
  patience?: number;
  /** Called once when there is another to wait for. */
  onWait?: (who: string) => void;
}

const prefix = "l5cfg-fix-lock-";

/** Whether a file of this name is a lock. */
export function isLock(name: string): boolean {
  return NAME.test(name);
}

/** Host, process, when that began, where the system tells, and which thread of it. */
const NAME = /^l5cfg-fix-lock-([0-9a-f]{12})-(\d+)-(\d+)-(\d+)$/;

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

function lock(folder: string, { disk = diskWriter, patience = 60_000, onWait }: LockOptions): string {
  const path = join(folder, prefix + self());
  const end = Date.now() + patience;
  let isNew = true;
  for (;;) {
    const other = otherIn(folder, disk) ?? claim(path, folder, disk);
    if (other === undefined) return path;
    if (isNew) onWait?.(whoIn(folder, other));
    isNew = false;
    if (Date.now() > end) throw busy(folder, other);
    pause(5 + Math.random() * 40);
  }
}

/** Tries to take the lock. Answers who else has it, or wants it at the same time. */
function claim(path: string, folder: string, disk: DiskWriter): string | undefined {
  try {
    disk.create(path, Buffer.from(`${hostname()}\n`));
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === "EEXIST";
    if (isThere && mine.has(path)) return prefix + self();
    if (!isThere) {
      release(path, disk);
      throw new WriteError(`${reasonOf(error)}; nothing was changed in ${folder}${adviceOn(error)}`);
    }
  }
  const other = otherIn(folder, disk);
  if (other === undefined) mine.add(path);
  else release(path, disk);
  return other;
}

/** The lock of another process that lives. What dead ones left is swept away. */
function otherIn(folder: string, disk: DiskWriter): string | undefined {
  const own = prefix + self();
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

function isAlive(name: string): boolean {
  const [, host, pid, start] = NAME.exec(name)!;
  // Of another machine, or another container, nobody can tell from here.
  if (host !== here()) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  // The number may be another process's by now. What cannot be told is taken for alive.
  const now = startOf(Number(pid));
  return now === undefined || start === "0" || now === start;
}

function self(): string {
  return `${here()}-${process.pid}-${startOf(process.pid) ?? 0}-${threadId}`;
}

/** This machine, and on Linux the name space that process numbers are from. */
function here(): string {
  let space = "";
  try {
    space = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Other systems have no such thing.
  }
  return createHash("sha256").update(`${hostname()} ${space}`).digest("hex").slice(0, 12);
}

/**
 * When a process began, in ticks since the machine did: field 22 of Linux's /proc/PID/stat (proc(5)). One that is dead and
 * was not buried yet never began; undefined where the system does not tell.
 */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is a name in parentheses, with anything in it.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" || state === "X" ? "never" : rest[18];
  } catch {
    return undefined;
  }
}

function whoIn(folder: string, name: string): string {
  const [, host, pid] = NAME.exec(name)!;
  const elsewhere = host === here() ? "" : ` on ${hostIn(join(folder, name))}`;
  return `process ${pid}${elsewhere}`;
}

function hostIn(path: string): string {
  const text = bytesOf(path)?.toString("utf8").trim() ?? "";
  return /^[\w.-]{1,253}$/.test(text) ? `the host ${text}` : "another host";
}

function busy(folder: string, name: string): WriteError {
  const who = whoIn(folder, name);
  return new WriteError(
    `another l5cfg-fix (${who}) is at work in ${folder}; nothing was changed. Wait for it; if it is dead, remove ${join(folder, name)}`,
  );
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
