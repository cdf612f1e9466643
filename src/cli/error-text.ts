import { cut } from "../check/cut.ts";
import { L5cfgFixError } from "../errors.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** An error is no place for a whole file. */
const LONGEST = 2000;

/** Says what went wrong, in one line; with `L5CFG_FIX_DEBUG` set, where in the program. */
export function sayError(terminal: Terminal, error: unknown, program: string): void {
  terminal.say(`${program}: ${errorText(error, terminal)}`);
}

function errorText(error: unknown, { system }: Terminal): string {
  if (!(error instanceof Error)) return String(error);
  if (system.env.L5CFG_FIX_DEBUG) return error.stack ?? error.message;
  const isExpected = error instanceof L5cfgFixError || "code" in error;
  return `${isExpected ? "" : "internal error: "}${cut(error.message, LONGEST).replaceAll("\n", " ")}`;
}

/** What commander says of wrong use, and its guess at what was meant, in one line. */
export function usageText(message: string, program: string): string {
  const text = message
    .trim()
    .replace(/^error: /, "")
    .replace(/\.$/, "")
    .replaceAll("\n", " ");
  return `${program}: ${text}; ${program} --help shows the options`;
}
