import { join } from "node:path";
import { maxFileBytes } from "../../files/max-file-bytes.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What names standard input on the command line. */
export const stdinWord = "-";

/** What its text is called in reports. */
export const stdinName = "<stdin>";

/** The file that its text is checked as: one of the working directory. */
export function stdinPath(cwd: string): string {
  return join(cwd, stdinName);
}

/** All of standard input, one character per byte. Throws UsageError, with what to do, where that is too much. */
export async function readStdin({ system }: Terminal, advice = "no config is"): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of system.stdin) {
    size += chunk.length;
    if (size > maxFileBytes)
      throw new UsageError(`standard input is larger than ${maxFileBytes} bytes; ${advice}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1");
}
