import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closedPorts } from "../../src/flash/adapter-commands.ts";

/** What the program wrote, one character per byte. Throws where it could not be run to its end. */
function run(program: string, args: readonly string[]): { stdout: string; stderr: string } {
  const { error, stdout, stderr } = spawnSync(program, args, {
    encoding: "latin1",
    timeout: 60_000,
    maxBuffer: 100_000_000,
  });
  if (error) throw new Error(`${program} cannot be asked: ${error.message}`);
  return { stdout, stderr };
}

/** What the program prints of its version. */
export function banner(program: string): string {
  const { stdout, stderr } = run(program, ["--version"]);
  return stdout + stderr;
}

/** Has the program run a script, without ports or an `openocd.cfg`. Throws, with its log, where it gets no answer. */
export function runScript(program: string, script: string): { stdout: string; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), "learn-"));
  const file = join(folder, "ask.cfg");
  try {
    writeFileSync(file, `${closedPorts}\n${script}\nputs "\\nend"\nflush stdout\nshutdown\n`, "latin1");
    const said = run(program, ["-f", file]);
    if (!said.stdout.includes("\nend\n")) throw new Error(`${program} did not answer:\n${said.stderr}`);
    return said;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
