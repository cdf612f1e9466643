import { spawnSync } from "node:child_process";
import { dirname } from "node:path";

/** A program that answers does so in hundredths of a second, in a few lines. */
const LONGEST = 2000;
const LARGEST = 64 * 1024;

/**
 * What an `openocd` prints when it is asked for its version, which it does on standard error. Undefined where it cannot be
 * run, or says nothing of use within two seconds. Without a shell, without input, in its own folder, where Windows would
 * look for its libraries; OpenOCD ignores SIGTERM at times, so it is ended by SIGKILL.
 *
 * Whoever calls this runs a program: only one that the user named, or one from where installs are known to be.
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
