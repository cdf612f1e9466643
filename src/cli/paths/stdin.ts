import { resolve } from "node:path";
import { UsageError } from "../errors.ts";

/** What stands for standard input on the command line. */
export const stdinWord = "-";

/** What its text is called in reports. */
export const stdinName = "<stdin>";

/** The file that its text is checked as: one of the working directory. */
export const stdinPath: string = resolve(stdinName);

/** No config is larger than this, in bytes. */
const LARGEST = 16 * 1024 * 1024;

/** All of standard input, one character per byte. Throws UsageError, with what to do, where that is too much. */
export async function readStdin(advice = "no config is"): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new UsageError(`standard input is larger than ${LARGEST} bytes; ${advice}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1");
}
