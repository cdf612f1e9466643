import { resolve } from "node:path";
import { maxFileBytes } from "../../files/read-bounded.ts";
import { UsageError } from "../errors.ts";

/** What stands for standard input on the command line. */
export const stdinWord = "-";

/** What its text is called in reports. */
export const stdinName = "<stdin>";

/** The file that its text is checked as: one of the working directory. */
export const stdinPath: string = resolve(stdinName);

/** All of standard input, one character per byte. Throws UsageError, with what to do, where that is too much. */
export async function readStdin(advice = "no config is"): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxFileBytes)
      throw new UsageError(`standard input is larger than ${maxFileBytes} bytes; ${advice}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1");
}
