import { TclError } from "../tcl/completion.ts";
import type { ProblemCode } from "./model.ts";

/**
 * An error of one of OpenOCD's own commands. Many of them say what is wrong only in the log and leave the Tcl
 * result empty; `log` is that line.
 */
export class CommandError extends TclError {
  readonly problem: ProblemCode;
  readonly log: string;
  readonly subject: string | undefined;

  constructor(message: string, options: { code?: ProblemCode; log?: string; subject?: string } = {}) {
    super(message);
    this.problem = options.code ?? "error";
    this.log = options.log ?? "";
    this.subject = options.subject;
  }
}

/** An error that OpenOCD tells only in its log. */
export function logged(log: string, options: { code?: ProblemCode; subject?: string } = {}): CommandError {
  return new CommandError("", { ...options, log });
}
