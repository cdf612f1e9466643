import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { endAll, endGroup, runVariable } from "./end-processes.ts";
import { FlashError } from "./errors.ts";
import { readLines } from "./lines.ts";
import type { CancelSignal } from "./options.ts";

export interface ProcessBounds {
  /** Milliseconds until the program is ended; 0 for no end. */
  timeoutMs: number;
  /** Ends the program when it is aborted. */
  signal?: CancelSignal | undefined;
  /** Its working directory, and its environment; this process's own otherwise. */
  cwd?: string | undefined;
  env?: NodeJS.ProcessEnv | undefined;
}

/** How a program ended. */
export interface ProcessEnd {
  /** Its exit status; null where a signal ended it. */
  status: number | null;
  signal: NodeJS.Signals | null;
  /** Why it was ended; undefined where it ended by itself. */
  cut?: "timeout" | "cancelled";
}

/** How long the output is read after the program's end where another process keeps it open, in milliseconds. */
const DRAIN_MS = 250;

/**
 * Runs a program without standard input, and answers how it ended. Each line of its output is given to `onLine`, standard
 * output and standard error alike. Its process group ends with it. Where it takes too long or is cancelled, it is killed
 * with all that it started: OpenOCD looks at gentler signals only between its commands, and would go on writing.
 * Throws FlashError where it cannot be started.
 */
export function runProcess(
  [program, ...args]: readonly string[],
  { timeoutMs, signal, cwd, env = process.env }: ProcessBounds,
  onLine: (line: string) => void,
): Promise<ProcessEnd> {
  if (signal?.aborted) return Promise.resolve({ status: null, signal: null, cut: "cancelled" });
  const run = randomUUID();
  return new Promise((resolve, reject) => {
    // In a process group of its own: a shell script around OpenOCD ends together with it, and Ctrl-C reaches us alone.
    const child = spawn(program!, args, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
      env: { ...env, [runVariable]: run },
      ...(cwd !== undefined && { cwd }),
    });
    const flush = [child.stdout, child.stderr].map((stream) => readLines(stream, onLine));
    let cut: ProcessEnd["cut"];
    let drain: NodeJS.Timeout | undefined;

    const stop = (why: NonNullable<ProcessEnd["cut"]>) => {
      cut ??= why;
      endAll(child, run);
    };
    const cancel = () => stop("cancelled");
    const timer = timeoutMs > 0 ? setTimeout(stop, timeoutMs, "timeout") : undefined;
    signal?.addEventListener("abort", cancel, { once: true });

    const release = () => {
      clearTimeout(timer);
      clearTimeout(drain);
      signal?.removeEventListener("abort", cancel);
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const settle = (status: number | null, endedBy: NodeJS.Signals | null) => {
      release();
      for (const rest of flush) rest();
      resolve({ status, signal: endedBy, ...(cut && { cut }) });
    };
    child.on("error", (error: NodeJS.ErrnoException) => {
      release();
      reject(new FlashError(cannotRun(program!, error)));
    });
    child.on("exit", (status, endedBy) => {
      endGroup(child);
      // A daemon that it left behind may keep its output open for ever. What is in the pipe is read first.
      drain = setTimeout(() => setImmediate(settle, status, endedBy), DRAIN_MS);
    });
    child.on("close", settle);
  });
}

function cannotRun(program: string, { code, message }: NodeJS.ErrnoException): string {
  const why = code === "ENOENT" ? "there is no such program" : message;
  return `cannot run ${program}: ${why}; --openocd-bin names the OpenOCD to use`;
}
