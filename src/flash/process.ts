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

/** How long to keep reading after the program's end while another process keeps the output open, in milliseconds. */
const DRAIN_MS = 250;

/**
 * Runs a program without standard input, and returns how it ended. `onLine` gets each line of standard output and
 * standard error. The program's process group ends with it. On a timeout or cancellation, the program and everything
 * that it started are killed: OpenOCD checks for gentler signals only between its commands, and would go on writing.
 * Throws FlashError where the program cannot be started.
 */
export function runProcess(
  [program, ...args]: readonly string[],
  { timeoutMs, signal, cwd, env = process.env }: ProcessBounds,
  onLine: (line: string) => void,
): Promise<ProcessEnd> {
  if (signal?.aborted) return Promise.resolve({ status: null, signal: null, cut: "cancelled" });
  const run = randomUUID();
  return new Promise((resolve, reject) => {
    // Its own process group: a shell script that wraps OpenOCD ends with OpenOCD, and Ctrl-C reaches only this
    // process.
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
      // A daemon that it started may keep its output open for ever. Read what is in the pipe first.
      drain = setTimeout(() => setImmediate(settle, status, endedBy), DRAIN_MS);
    });
    child.on("close", settle);
  });
}

function cannotRun(program: string, { code, message }: NodeJS.ErrnoException): string {
  const why = code === "ENOENT" ? "there is no such program" : message;
  return `cannot run ${program}: ${why}; --openocd-bin names the OpenOCD to use`;
}
