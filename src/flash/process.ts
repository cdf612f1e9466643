import { type ChildProcess, spawn } from "node:child_process";
import { FlashError } from "./errors.ts";
import type { CancelSignal } from "./options.ts";

export interface ProcessBounds {
  /** Milliseconds until the program is ended; 0 for no end. */
  timeoutMs: number;
  /** Ends the program when it is aborted. */
  signal?: CancelSignal | undefined;
}

/** How a program ended. */
export interface ProcessEnd {
  /** Its exit status; null where a signal ended it. */
  status: number | null;
  signal: NodeJS.Signals | null;
  /** Why it was ended; undefined where it ended by itself. */
  cut?: "timeout" | "cancelled";
}

/** How long a program may take to end by itself when it is asked to, in milliseconds. */
const GRACE = 1000;

const isWindows = process.platform === "win32";

/**
 * Runs a program without standard input, and answers how it ended. Each line of its output is given to `onLine`, standard
 * output and standard error alike. Nothing that the program started outlives this. Throws FlashError where it cannot
 * be started.
 */
export function runProcess(
  [program, ...args]: readonly string[],
  { timeoutMs, signal }: ProcessBounds,
  onLine: (line: string) => void,
): Promise<ProcessEnd> {
  if (signal?.aborted) return Promise.resolve({ status: null, signal: null, cut: "cancelled" });
  return new Promise((resolve, reject) => {
    // In a process group of its own: a shell script around OpenOCD ends together with it, and Ctrl-C reaches us alone.
    const child = spawn(program!, args, {
      stdio: ["ignore", "pipe", "pipe"],
      detached: !isWindows,
      windowsHide: true,
    });
    let cut: ProcessEnd["cut"];
    let kill: NodeJS.Timeout | undefined;

    const stop = (why: NonNullable<ProcessEnd["cut"]>) => {
      cut ??= why;
      sendAll(child, "SIGINT");
      // OpenOCD looks at signals only between two commands; one that writes flash takes its time.
      kill ??= setTimeout(sendAll, GRACE, child, "SIGKILL");
    };
    const cancel = () => stop("cancelled");
    const timer = timeoutMs > 0 ? setTimeout(stop, timeoutMs, "timeout") : undefined;
    signal?.addEventListener("abort", cancel, { once: true });

    const flush = [child.stdout, child.stderr].map((stream) => readLines(stream, onLine));
    const settle = () => {
      clearTimeout(timer);
      clearTimeout(kill);
      signal?.removeEventListener("abort", cancel);
    };
    child.on("error", (error: NodeJS.ErrnoException) => {
      settle();
      reject(new FlashError(cannotRun(program!, error)));
    });
    // What it left behind would keep its output open.
    child.on("exit", () => sendAll(child, "SIGKILL"));
    child.on("close", (status, endedBy) => {
      settle();
      for (const rest of flush) rest();
      resolve({ status, signal: endedBy, ...(cut && { cut }) });
    });
  });
}

function cannotRun(program: string, { code, message }: NodeJS.ErrnoException): string {
  const why = code === "ENOENT" ? "there is no such program" : message;
  return `cannot run ${program}: ${why}; --openocd-bin names the OpenOCD to use`;
}

/** To the program and all that it started. */
function sendAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

/** No line is longer; what would be is cut up. In characters. */
const LONGEST = 1 << 16;

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): () => void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) onLine(line.replace(/\r$/, ""));
    if (rest.length > LONGEST) {
      onLine(rest);
      rest = "";
    }
  });
  return () => {
    if (rest !== "") onLine(rest);
  };
}
