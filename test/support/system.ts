import type { Output, System } from "../../src/cli/terminal/terminal.ts";

/** What a command is given in a test. */
export interface Given {
  cwd: string;
  /** Standard input, one character per byte. */
  input: string;
  env: Readonly<Record<string, string>>;
}

let isInUse = false;

/**
 * A system for a command that runs in this process. What looks at the process itself, such as the search for installs,
 * finds the same: until `leave` is called, this process is in that folder, with that environment.
 */
export function testSystem({ cwd, input, env: given }: Given) {
  if (isInUse) throw new Error("one command at a time: this process has one working directory");
  isInUse = true;
  const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  const env = { ...rest, ...given };
  const [stdout, stderr] = [collected(), collected()];
  const before = { cwd: process.cwd(), env: process.env };
  process.chdir(cwd);
  process.env = env;
  const system: System = {
    stdin: (async function* () {
      yield Buffer.from(input, "latin1");
    })(),
    stdout: stdout.output,
    stderr: stderr.output,
    env,
    cwd: process.cwd(),
    platform: process.platform,
  };
  return {
    system,
    printed: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
    leave: () => {
      process.env = before.env;
      process.chdir(before.cwd);
      isInUse = false;
    },
  };
}

/** Keeps what is written, one character per byte. */
function collected(): { output: Output; text: () => string } {
  const chunks: Buffer[] = [];
  return {
    output: { write: (chunk) => chunks.push(Buffer.from(chunk as string)) },
    text: () => Buffer.concat(chunks).toString("latin1"),
  };
}
