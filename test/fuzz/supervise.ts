import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Fault } from "./judge.ts";
import type { Report, Work } from "./worker.ts";

/** What befell an input that a worker did not come back from. */
export type Loss = Pick<Report, "index"> & { fault: Fault };

export interface Supervised {
  /** The arguments for `node` to start a worker with. */
  command: (work: Work) => readonly string[];
  /** Milliseconds of the processor's time after which an input is given up. */
  mostMs: number;
  report: (report: Report) => void;
  lose: (loss: Loss) => void;
}

/** Has all of some work done by one worker at a time: one that hangs is killed, one that dies is followed by another. */
export async function supervise(work: Work, how: Supervised): Promise<void> {
  for (let first = work.first; first < work.end; ) {
    const { next, fault } = await runWorker({ ...work, first }, how);
    if (fault !== undefined) how.lose({ index: next, fault });
    first = fault === undefined ? work.end : next + work.step;
  }
}

/** `next` is the input that the worker was at; without a fault it has done all of them. */
function runWorker(work: Work, how: Supervised): Promise<{ next: number; fault?: Fault }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, how.command(work), { stdio: ["ignore", "pipe", "pipe"] });
    let next = work.first;
    let fault: Fault | undefined;
    let complaint = "";
    const watch = watchTime(child, how.mostMs, () => {
      fault = { what: "hang", why: `killed after ${how.mostMs} ms of the processor's time` };
      child.kill("SIGKILL");
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const report: Report = JSON.parse(line);
      how.report(report);
      next = report.index + work.step;
      watch.progress(report.totalMs);
    });
    child.stderr.on("data", (data) => {
      complaint = (complaint + data).slice(-4000);
    });
    child.on("error", reject);
    child.on("close", (status, signal) => {
      watch.end();
      if (status !== 0)
        fault ??= { what: "crash", why: `the worker ended by ${signal ?? status}\n${complaint}` };
      resolve({ next, ...(fault && { fault }) });
    });
  });
}

/** Looks at times whether a process has used so much since it last came further. */
function watchTime(child: ChildProcess, mostMs: number, late: () => void) {
  // What it takes to begin is not an input's.
  let since = mostMs;
  const timer = setInterval(() => {
    if (processorMsOf(child.pid) - since > mostMs) late();
  }, 500);
  return {
    progress: (totalMs: number) => {
      since = totalMs;
    },
    end: () => clearInterval(timer),
  };
}

/** What a process has used so far, as Linux tells it in hundredths of a second. */
function processorMsOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return 10 * (Number(user) + Number(system));
  } catch {
    return 0;
  }
}
