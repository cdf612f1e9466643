/** The name of a lock says whose it is. */

import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { sha256 } from "./hash.ts";
import { lockName } from "./is-lock.ts";
import { readIfPlain } from "./stat.ts";

const prefix = "l5cfg-fix-lock-";

/** Whether the process that a lock of this name belongs to may be alive. */
export function isAlive(name: string): boolean {
  const [, host, pid, start] = lockName.exec(name)!;
  // Processes of another machine, or another container, cannot be seen from here.
  if (host !== here()) return true;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  // The number may be another process's by now. What is not known counts as alive.
  const now = startOf(Number(pid));
  return now === undefined || start === "0" || now === start;
}

/** The name of this thread's lock. */
export function ownLock(): string {
  return `${prefix}${here()}-${process.pid}-${startOf(process.pid) ?? 0}-${threadId}`;
}

/** This machine, and on Linux the name space that process numbers are from. */
function here(): string {
  let space = "";
  try {
    space = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Other systems have no such thing.
  }
  return sha256(`${hostname()} ${space}`).slice(0, 12);
}

/**
 * When a process began, in ticks since the machine did: field 22 of Linux's /proc/PID/stat (proc(5)). One that is dead and
 * was not buried yet never began; undefined where the system does not say.
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

/** Whose lock that is, in words. */
export function whoIn(folder: string, name: string): string {
  const [, host, pid] = lockName.exec(name)!;
  const elsewhere = host === here() ? "" : ` on ${hostIn(join(folder, name))}`;
  return `process ${pid}${elsewhere}`;
}

function hostIn(path: string): string {
  const text = readIfPlain(path)?.toString("utf8").trim() ?? "";
  return /^[\w.-]{1,253}$/.test(text) ? `the host ${text}` : "another host";
}
