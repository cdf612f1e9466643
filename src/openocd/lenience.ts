import type { Interp } from "../tcl/interp.ts";
import type { CommandError, StatusError } from "./errors.ts";
import type { Recorder } from "./recorder.ts";

/** What becomes of what OpenOCD refuses: whether it ends the run, or is written down and passed over. */
export class Lenience {
  /** Goes on past faults that rules know, so that one run finds them all. */
  readonly isLenient: boolean;
  /** Whether what the running command is refused for has a cause that is found out where the command was called. */
  findCause: (() => boolean) | undefined;
  readonly #interp: Interp;
  readonly #recorder: Recorder;

  constructor(isLenient: boolean, interp: Interp, recorder: Recorder) {
    this.isLenient = isLenient;
    this.#interp = interp;
    this.#recorder = recorder;
  }

  /** Whether the script catches what goes wrong here. */
  get isCaught(): boolean {
    return this.#interp.catches > 0;
  }

  /** Whether the run goes on past a fault here as if all were well. */
  get goesOn(): boolean {
    return this.isLenient && !this.isCaught && !this.#recorder.isExamining;
  }

  /**
   * Refuses as OpenOCD does, or, in a lenient run, writes the problem down and lets the caller go on. A script that
   * catches errors gets them, and handlers and procs are looked through to their ends.
   */
  refuse(error: CommandError | StatusError): void {
    // A comment among the words is the cause: the command is done again without it.
    if (this.isLenient && !this.isCaught && this.findCause?.() === true) throw error;
    const { problem: code, subject } = error;
    this.note(error);
    if (this.isCaught) throw error;
    if (this.#recorder.isExamining) return;
    if (!this.isLenient) throw error;
    this.#recorder.problem(code, error.message || error.log, subject);
  }

  /** Writes down what OpenOCD refuses, whatever becomes of the run. */
  note({ problem: code, subject, candidates, folders, startIn, neededAt }: CommandError | StatusError): void {
    if (subject === undefined) return;
    this.#recorder.use({
      kind: "refusal",
      code,
      subject,
      ...(candidates && { candidates }),
      ...(folders && { folders }),
      ...(startIn !== undefined && { startIn }),
      ...(neededAt && { neededAt }),
    });
  }
}
