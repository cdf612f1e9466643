import { createInterface } from "node:readline/promises";
import { readable } from "./readable.ts";

/** Asks a question on the terminal, and answers whether the answer was yes; undefined where there is no terminal. */
export async function askYesNo(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${readable(question)} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
