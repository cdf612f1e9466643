import type { Frame } from "./frame.ts";
import type { Source } from "./source.ts";
import { Value } from "./value.ts";

/** One level of a stack trace, as OpenOCD prints it: `in procedure 'X' called at file "F", line N`. */
export interface TraceLevel {
  procedure: string;
  file: string;
  line: number;
}

/** The script that is running, and which of its commands. */
export interface Running {
  source: Source;
  /** The command: offset of its first character, and after its last one. */
  at: number;
  end: number;
  /** Offset of the word whose line Jim names, where that is not the first. */
  lineAt?: number;
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
  /** The innermost place in a text that is at hand, as offsets. */
  place: Pick<Running, "source" | "at" | "end"> | undefined;
  /** Whether the script could not even be read. */
  isSyntax = false;
  levels: TraceLevel[] = [];
  #seen = false;
  #pending = 0;
  #procedure = "";
  #given: Value | undefined;
  /** What a given trace has beyond whole levels. */
  #surplus: readonly Value[] = [];

  /** A script begins: whatever went wrong before is over. */
  begin(): void {
    this.#seen = false;
  }

  /** A script ended well. */
  clear(): void {
    this.#pending = 0;
  }

  /** An error passed out of a script. */
  passScript(
    running: Running,
    line = running.source.lineAt(running.lineAt ?? running.at),
    isSyntax = false,
  ): void {
    const { source, at, end } = running;
    if (!this.#seen) {
      this.#seen = true;
      this.file = source.name;
      this.line = line;
      this.place = undefined;
      this.isSyntax = isSyntax;
      this.levels = [];
      this.#surplus = [];
      this.#given = undefined;
      this.#pending++;
    }
    if (source.text !== "") this.place ??= { source, at, end };
    if (this.#pending > 0) {
      this.#append(this.#procedure === "unknown" ? "" : this.#procedure, source.name, line);
      if (source.name !== "") this.#pending = 0;
      this.#procedure = "";
    }
  }

  #append(procedure: string, file: string, line: number): void {
    if (procedure === "" && file === "") return;
    this.#given = undefined;
    const last = this.levels.at(-1);
    if (procedure === "" && last !== undefined && last.procedure !== "" && last.file === "") {
      this.levels[this.levels.length - 1] = { ...last, file, line };
    } else {
      this.levels.push({ procedure, file, line });
    }
  }

  /** An error passed out of a command that is worth a level of its own, such as `eval` or `source`. */
  passCommand(): void {
    this.#pending++;
  }

  /** The script itself says what the trace is: a list of procedure, file and line for each level. */
  replace(stack: Value): void {
    this.#seen = true;
    this.#given = stack;
    this.levels = [];
    const { elements } = stack;
    const surplus = elements.length % 3;
    this.#surplus = elements.slice(0, surplus);
    for (let i = surplus; i < elements.length; i += 3) {
      const [procedure, file, line] = elements.slice(i, i + 3) as [Value, Value, Value];
      this.levels.push({ procedure: procedure.text, file: file.text, line: Number(line.integer ?? 0n) });
    }
    if (elements.length >= 3 && elements.at(-2)!.text === "") this.#pending = 1;
  }

  /** As `info stacktrace` gives it. */
  get stack(): Value {
    if (this.#given !== undefined) return this.#given;
    const texts = this.levels.flatMap(({ procedure, file, line }) => [procedure, file, String(line)]);
    return Value.list([...this.#surplus, ...texts.map((text) => new Value(text))]);
  }

  /** An error passed out of a procedure. */
  passProcedure(name: string): void {
    this.#pending++;
    this.#procedure = name;
  }
}
