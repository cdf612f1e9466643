import { Completion, TclError } from "../tcl/completion.ts";
import { Value } from "../tcl/value.ts";
import type { Made, ProblemCode } from "./model.ts";

interface Details {
  code?: ProblemCode;
  subject?: string | undefined;
  /** What may have been meant instead of the subject. */
  candidates?: readonly string[];
  /** Where it was looked for. */
  folders?: readonly string[];
  /** The folder to start in, so that it is found. */
  startIn?: string | undefined;
  /** The command that it comes too late for. */
  neededAt?: Pick<Made, "at" | "calledFrom"> | undefined;
}

/**
 * An error of one of OpenOCD's own commands. Many of them say what is wrong only in the log and leave the Tcl
 * result empty; `log` is that line.
 */
export class CommandError extends TclError {
  readonly problem: ProblemCode;
  readonly log: string;
  readonly subject: string | undefined;
  readonly candidates: readonly string[] | undefined;
  readonly folders: readonly string[] | undefined;
  readonly startIn: string | undefined;
  readonly neededAt: Details["neededAt"];

  constructor(message: string, options: Details & { log?: string } = {}) {
    super(message);
    this.problem = options.code ?? "error";
    this.log = options.log ?? "";
    this.subject = options.subject;
    this.candidates = options.candidates;
    this.folders = options.folders;
    this.startIn = options.startIn;
    this.neededAt = options.neededAt;
  }
}

/** An error whose message appears only in OpenOCD's log. */
export function logged(log: string, options: Details = {}): CommandError {
  return new CommandError("", { ...options, log });
}

/** OpenOCD's numbers for what went wrong (0.12.0: src/helper/log.h and command.h, src/jtag/jtag.h, src/target/target.h, src/flash/common.h). */
export const Status = {
  fail: -4,
  noSuchAdapter: -101,
  wrongTarget: -300,
  wrongUse: -601,
  invalidArgument: -603,
  argumentTooLarge: -604,
  invalidBank: -900,
  bankFailed: -902,
} as const;

/**
 * How most of OpenOCD's commands fail: with a negative number where Tcl has 1 for an error. `catch` gives that number;
 * it leaves no stack trace, and the log alone says what is wrong.
 */
export class StatusError extends Completion {
  readonly problem: ProblemCode;
  readonly log: string;
  readonly subject: string | undefined;
  readonly candidates: readonly string[] | undefined;
  readonly folders: readonly string[] | undefined;
  readonly startIn: string | undefined;
  readonly neededAt: Details["neededAt"];
  /** The command that failed, and the calls that led to it, noted on the way up. */
  calls: Pick<Made, "at" | "calledFrom"> | undefined;

  constructor(status: number, log: string, options: Details & { printed?: string } = {}) {
    super(status, new Value(options.printed ?? ""));
    this.problem = options.code ?? "error";
    this.log = log;
    this.subject = options.subject;
    this.candidates = options.candidates;
    this.folders = options.folders;
    this.startIn = options.startIn;
    this.neededAt = options.neededAt;
  }

  /** What OpenOCD logs, then the first line that the command printed before it gave up. */
  get message(): string {
    const [printed] = this.value.text.split("\n", 1);
    return [this.log, printed].filter((part) => part !== "").join(": ");
  }
}

/** A command did not do what it was asked. */
export function failed(log: string, options: Details = {}): StatusError {
  return new StatusError(Status.fail, log, options);
}

/** A command was given arguments that it does not take; OpenOCD prints how it is used. */
export function misused(name: string, log = `usage: ${name} …`): StatusError {
  return new StatusError(Status.wrongUse, log);
}
