import { stripVTControlCharacters } from "node:util";
import { ExitCode } from "../exit-codes.ts";
import type { System } from "./terminal.ts";

/** What this process gives its command. */
export function systemOf(process: NodeJS.Process): System {
  for (const stream of [process.stdout, process.stderr]) allowClosedPipe(stream, process);
  const { stdin, stdout, stderr, env, platform } = process;
  return { stdin, stdout, stderr, env, platform, cwd: process.cwd() };
}

/** A reader that goes away, as `head` does, is no error: what it does not read need not be written. */
function allowClosedPipe(stream: NodeJS.WriteStream, process: NodeJS.Process): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") return;
    process.stderr.write(`l5cfg-fix: ${stripVTControlCharacters(error.message)}\n`);
    process.exit(ExitCode.Failure);
  });
}
