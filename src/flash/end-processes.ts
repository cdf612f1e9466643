import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The environment variable that all processes of a run inherit. */
export const runVariable = "L5CFG_FIX_RUN";

/** Kills a program's process group. */
export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  attempt(() => {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid!, "SIGKILL");
  });
}

/**
 * Kills a program and everything that it started. Processes that have moved into their own session are found by their
 * environment, which Linux shows.
 */
export function endAll(child: ChildProcess, run: string): void {
  endGroup(child);
  if (process.platform !== "linux") return;
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name) && belongsTo(name, run)) attempt(() => process.kill(Number(name), "SIGKILL"));
  }
}

function belongsTo(pid: string, run: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(`${runVariable}=${run}`);
  } catch {
    // Another user's, or gone already.
    return false;
  }
}

function attempt(kill: () => void): void {
  try {
    kill();
  } catch {
    // Gone already.
  }
}
