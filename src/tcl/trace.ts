import type { Frame } from "./frame.ts";
import type { Source } from "./source.ts";

/** One level of a stack trace, as OpenOCD prints it: `in procedure 'X' called at file "F", line N`. */
export interface TraceLevel {
  procedure: string;
  file: string;
  line: number;
}

/** The script that is running, and which of its commands. */
export interface Running {
  source: Source;
  /** The command: offset of its first character, and behind its last one. */
  at: number;
  end: number;
  frame: Frame;
  /** The script whose command runs this one. */
  outer: Running | undefined;
}

/**
 * Collects where an error happened and how it was reached, level by level on its way up, with Jim Tcl 0.81's own
 * rules for which levels are worth a line (jim.c, JimAddErrorToStack).
 */
export class ErrorTrace {
  file = "";
  line = 0;
  /** The innermost place, as an offset. */
  place: Pick<Running, "source" | "at" | "end"> | undefined;
  /** Whether the script could not even be read. */
  isSyntax = false;
  levels: TraceLevel[] = [];
  #seen = false;
  #pending = 0;
  #procedure = "";

  /** A script begins: whatever went wrong before is over. */
  begin(): void {
    this.#seen = false;
  }

  /** A script ended well. */
  clear(): void {
    this.#pending = 0;
  }

  /** An error passed out of a script. */
  passScript(running: Running, line = running.source.lineAt(running.at), isSyntax = false): void {
    const { source, at, end } = running;
    if (!this.#seen) {
      this.#seen = true;
      this.file = source.name;
      this.line = line;
      this.place = { source, at, end };
      this.isSyntax = isSyntax;
      this.levels = [];
      this.#pending++;
    }
    if (this.#pending > 0) {
      this.levels.push({ procedure: this.#procedure, file: source.name, line });
      if (source.name !== "") this.#pending = 0;
      this.#procedure = "";
    }
  }

  /** An error passed out of a procedure. */
  passProcedure(name: string): void {
    this.#pending++;
    this.#procedure = name;
  }
}
