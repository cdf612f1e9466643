import { spawnSync } from "node:child_process";
import { dirname } from "node:path";

/** Limits for an answer. A program normally answers within hundredths of a second, in a few lines. */
const LONGEST = 2000;
const LARGEST = 64 * 1024;

/**
 * The output of `openocd --version`, which goes to standard error. Undefined where the program cannot run, or prints
 * nothing useful within two seconds. It runs without a shell and without input, in its own folder, where Windows finds
 * its libraries. OpenOCD sometimes ignores SIGTERM, so SIGKILL ends it. Warning: this runs the program. Call it only
 * for a program that the user named, or one in a known install location.
 */
export function askVersion(binary: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(binary, ["--version"], {
    cwd: dirname(binary),
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "latin1",
    timeout: LONGEST,
    maxBuffer: LARGEST,
    killSignal: "SIGKILL",
    windowsHide: true,
  });
  return status === 0 ? stderr + stdout : undefined;
}
