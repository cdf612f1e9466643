import { type ChildProcess, spawn } from "node:child_process";

export interface Bounds {
  cwd: string;
  env: Record<string, string | undefined>;
  timeoutMs: number;
  /** Of standard output and standard error together. */
  maxBytes: number;
}

export interface Outcome {
  /** How it ended: by itself, or killed for its time or its output. */
  ended: "exit" | "timeout" | "output";
  status: number | null;
  signal: NodeJS.Signals | null;
  /** One character per byte (latin1). */
  stdout: string;
  stderr: string;
}

/** Runs a program, with no standard input, and kills it with all its children when it goes out of bounds. */
export function runBounded(program: string, args: string[], bounds: Bounds): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: bounds.cwd,
      env: bounds.env,
      stdio: ["ignore", "pipe", "pipe"],
      // Its own process group: what the config started with `exec` must not outlive it.
      detached: true,
    });
    let ended: Outcome["ended"] = "exit";
    let left = bounds.maxBytes;
    const stop = (why: "timeout" | "output") => {
      if (child.exitCode === null && child.signalCode === null && ended === "exit") ended = why;
      killGroup(child);
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const collect = (stream: NodeJS.ReadableStream) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => {
        chunks.push(left < chunk.length ? chunk.subarray(0, Math.max(left, 0)) : chunk);
        left -= chunk.length;
        if (left < 0) stop("output");
      });
      return () => Buffer.concat(chunks).toString("latin1");
    };
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    const timer = setTimeout(stop, bounds.timeoutMs, "timeout");
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (status, signal) => {
      clearTimeout(timer);
      resolve({ ended, status, signal, stdout: stdout(), stderr: stderr() });
    });
  });
}

/** SIGKILL, because OpenOCD ignores SIGTERM while a command runs. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}
