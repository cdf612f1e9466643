import { ExitCode } from "./exit-codes.ts";

/** Errors that are about what was asked for; their messages say what to do. */
const expected = ["UsageError", "ScopeError", "OverlayError", "WriteError"];

/** What went wrong, in one line; with `L5CFG_FIX_DEBUG` set, where in the program. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `l5cfg-fix: ${error}`;
  if (process.env.L5CFG_FIX_DEBUG) return `l5cfg-fix: ${error.stack}`;
  const isOurs = expected.includes(error.name) || "code" in error;
  return `l5cfg-fix: ${isOurs ? "" : "internal error: "}${error.message.replaceAll("\n", " ")}`;
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
