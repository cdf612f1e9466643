import { L5cfgFixError } from "../errors.ts";
import { ExitCode } from "./exit-codes.ts";

/** What went wrong, in one line; with `L5CFG_FIX_DEBUG` set, where in the program. */
export function explain(error: unknown, program = "l5cfg-fix"): string {
  if (!(error instanceof Error)) return `${program}: ${error}`;
  if (process.env.L5CFG_FIX_DEBUG) return `${program}: ${error.stack}`;
  const isExpected = error instanceof L5cfgFixError || "code" in error;
  return `${program}: ${isExpected ? "" : "internal error: "}${error.message.replaceAll("\n", " ")}`;
}

/** What commander says of wrong use, and its guess at what was meant, in one line. */
export function explainUsage(message: string, program = "l5cfg-fix"): string {
  const text = message
    .trim()
    .replace(/^error: /, "")
    .replace(/\.$/, "")
    .replaceAll("\n", " ");
  return `${program}: ${text}; ${program} --help shows the options\n`;
}

/** A reader that goes away, as `head` does, is no trouble: what it does not read need not be written. */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      console.error(explain(error));
      process.exit(ExitCode.Trouble);
    });
  }
}
