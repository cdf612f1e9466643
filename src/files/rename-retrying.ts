import { renameSync } from "node:fs";

/** What Windows answers while another program, such as a virus scanner, has one of the files open. */
const IN_USE = ["EACCES", "EPERM", "EBUSY"];

/** In milliseconds. A scanner lets go of a new file within a second as a rule. */
const LONGEST = 10_000;

export interface RenameTrials {
  platform?: NodeJS.Platform;
  rename?: (from: string | Buffer, to: string | Buffer) => void;
  pause?: (milliseconds: number) => void;
}

/**
 * Renames a file, over another one if need be. On Windows it tries again, ever slower, while another program uses one of
 * the two. (graceful-fs does so only for a name that is free, and not in its synchronous functions.)
 */
export function renameRetrying(
  from: string | Buffer,
  to: string | Buffer,
  { platform = process.platform, rename = renameSync, pause = sleep }: RenameTrials = {},
): void {
  for (let waited = 0, delay = 10; ; waited += delay, delay = Math.min(delay * 2, 500)) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const isInUse = IN_USE.includes((error as NodeJS.ErrnoException).code ?? "");
      if (platform !== "win32" || !isInUse || waited >= LONGEST) throw error;
    }
    pause(delay);
  }
}

/** Blocks this thread. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
