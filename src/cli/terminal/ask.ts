import { createInterface } from "node:readline/promises";
import { printable } from "../../report/printable.ts";
import type { Terminal } from "./terminal.ts";

/** Asks a question on the terminal, and answers whether the answer was yes; undefined where there is no terminal. */
export async function askYesNo({ system }: Terminal, question: string): Promise<boolean | undefined> {
  const { stdin, stderr } = system;
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const streams = { input: stdin as NodeJS.ReadStream, output: stderr as NodeJS.WriteStream };
  const lines = createInterface(streams);
  try {
    const answer = await lines.question(`${printable(question)} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
