import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The environment variable that all processes of a run inherit. */
export const runVariable = "L5CFG_FIX_RUN";

/** Ends the process group of a program, at once. */
export function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  attempt(() => {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid!, "SIGKILL");
  });
}

/**
 * Ends a program and all that it started, at once. What has moved into a session of its own is found by its environment,
 * which Linux shows.
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
