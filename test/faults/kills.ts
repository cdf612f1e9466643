import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { snapshot } from "../inplace/trees.ts";
import { command } from "../support/command.ts";
import { makeTree, stateOf, words } from "./tree.ts";

/** What came of killing processes. */
export interface Kills {
  /** By what was killed. */
  runs: number;
  recoveries: number;
  restores: number;
  /** Kills after which a run was under way, so that there was something to bring to an end. */
  midway: number;
  torn: number;
  lost: number;
  /** Trees, and those that were not as before in every byte, mode and time when all was over. */
  trees: number;
  broken: number;
}

export const none: Kills = {
  runs: 0,
  recoveries: 0,
  restores: 0,
  midway: 0,
  torn: 0,
  lost: 0,
  trees: 0,
  broken: 0,
};

export function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [command, ...args], { stdio: "ignore" });
}

export async function finish(args: readonly string[]): Promise<number | null> {
  const [status] = await once(start(args), "exit");
  return status;
}

/** How long a run takes in milliseconds: until its journal is there, and from then on. */
export interface Pace {
  thinking: number;
  writing: number;
}

/** Kills runs over one tree, and what comes after them, at random moments, until it is whole again. */
export async function killTree(pace: Pace, kills: Kills): Promise<void> {
  const root = makeTree();
  try {
    const before = JSON.stringify(snapshot(root));
    const rounds = 1 + Math.floor(Math.random() * 3);
    for (let round = 0; round < rounds; round++) {
      const isMidway = existsSync(join(root, "l5cfg-fix-journal.json"));
      const isRestore = round > 0 && Math.random() < 0.4;
      const args = isRestore ? ["restore", root] : ["--in-place", ...words(root)];
      if (!(await killSometime(start(args), root, pace, isRestore))) continue;
      kills[isRestore ? "restores" : isMidway ? "recoveries" : "runs"]++;
      const { old, new: patched, torn, lost } = stateOf(root);
      kills.torn += torn;
      kills.lost += lost;
      if (old > 0 && patched > 0) kills.midway++;
    }
    await finish(["restore", root]);
    kills.trees++;
    if (JSON.stringify(snapshot(root)) !== before) kills.broken++;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Answers whether the process was killed before it had come to its end. Most moments are while files are written. */
async function killSometime(
  child: ChildProcess,
  root: string,
  pace: Pace,
  isRestore: boolean,
): Promise<boolean> {
  const gone = once(child, "exit");
  const begin = performance.now();
  const isAnywhere = Math.random() < 0.2;
  const journal = join(root, "l5cfg-fix-journal.json");
  if (!isAnywhere && !isRestore) {
    while (!existsSync(journal) && child.exitCode === null && performance.now() - begin < 60_000)
      await tick();
  }
  const span = isAnywhere || isRestore ? pace.thinking + pace.writing : pace.writing;
  const end = performance.now() + Math.random() * span;
  while (performance.now() < end && child.exitCode === null) await tick();
  child.kill("SIGKILL");
  const [, signal] = await gone;
  return signal === "SIGKILL";
}

/** Measures a run that is left alone. */
export async function measurePace(): Promise<Pace> {
  const root = makeTree();
  try {
    const begin = performance.now();
    const child = start(["--in-place", ...words(root)]);
    const gone = once(child, "exit");
    while (!existsSync(join(root, "l5cfg-fix-journal.json")) && child.exitCode === null) await tick();
    const written = performance.now();
    await gone;
    return { thinking: written - begin, writing: performance.now() - written };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Kills a process after so many milliseconds. Answers whether it was killed before it had come to its end. */
export async function killAfter(child: ChildProcess, milliseconds: number): Promise<boolean> {
  const gone = once(child, "exit");
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  const [, signal] = await gone;
  clearTimeout(timer);
  return signal === "SIGKILL";
}

function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1));
}
