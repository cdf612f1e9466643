import { Buffer } from "node:buffer";
import type { OutputConfiguration } from "commander";
import { forTerminal } from "../../report/for-terminal.ts";

/** Where text goes. */
export interface Output {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Whether colours are wanted: as the terminal and the environment say, or by an option; `false` is `never`. */
export type ColourWish = "auto" | "always" | "never" | false;

/** What every command may be asked of its output. */
export interface OutputOptions {
  color?: ColourWish;
  /** Only results are printed. */
  quiet?: boolean;
  /** What is read and run is said, too. */
  verbose?: boolean;
}

/** What a command has of the process that it runs in. */
export interface System {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
}

/** What a command prints with: the result on standard output, all else on standard error. */
export class Terminal {
  readonly system: System;
  readonly #colours: ColourWish;
  /** Whether only results are printed. */
  readonly isQuiet: boolean;
  readonly #isVerbose: boolean;
  readonly #noted = new Set<string>();

  constructor(system: System, { color = "auto", quiet = false, verbose = false }: OutputOptions = {}) {
    this.system = system;
    this.#colours = color;
    this.isQuiet = quiet;
    this.#isVerbose = verbose;
  }

  get cwd(): string {
    return this.system.cwd;
  }

  /** The same, with output as options say. */
  as(options: OutputOptions): Terminal {
    return new Terminal(this.system, options);
  }

  /** A part of the result, for a person. */
  print(text: string): void {
    this.#line(this.system.stdout, text);
  }

  /** Anything else, for a person. */
  say(text: string): void {
    this.#line(this.system.stderr, text);
  }

  /** What is worth knowing and may come up again, where more than results is wanted. */
  note(text: string): void {
    if (this.isQuiet || this.#noted.has(text)) return;
    this.#noted.add(text);
    this.say(text);
  }

  /** What is only said where all is to be said. */
  detail(text: () => string): void {
    if (this.#isVerbose) this.say(text());
  }

  /** A result in a format that has made it safe itself. */
  write(report: string): void {
    this.system.stdout.write(report);
  }

  /** Patched text or a patch, in bytes, one character each: as it is for programs, for a person as text. */
  writeBytes(bytes: string): void {
    const raw = Buffer.from(bytes, "latin1");
    const { stdout } = this.system;
    stdout.write(stdout.isTTY ? forTerminal(raw.toString("utf8"), false) : raw);
  }

  /** Whether what is said can be drawn over. */
  get canMove(): boolean {
    const { stderr, env } = this.system;
    return stderr.isTTY === true && env.TERM !== "dumb";
  }

  /** Says something on a line that is drawn over by what comes next. */
  redraw(text: string): void {
    this.system.stderr.write(`${CLEAR}${this.#shown(this.system.stderr, text)}`);
  }

  /** How the parser of the command line prints; `usage` makes one line of what it has against the words. */
  forParser(usage: (message: string) => string): OutputConfiguration {
    const { stdout, stderr } = this.system;
    return {
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (message) => this.say(usage(message)),
      ...(stdout.columns && { getOutHelpWidth: () => stdout.columns! }),
      ...(stderr.columns && { getErrHelpWidth: () => stderr.columns! }),
    };
  }

  #line(output: Output, text: string): void {
    output.write(`${this.#shown(output, text)}\n`);
  }

  #shown(output: Output, text: string): string {
    return forTerminal(text, isColourful(output, this.system.env, this.#colours));
  }
}

/** To the beginning of the line, and all of it away. */
const CLEAR = "\r\x1b[K";

/** `NO_COLOR` says no, then `FORCE_COLOR` says yes, for a pipe, too (or no, where it is 0). */
function isColourful(
  { isTTY }: Output,
  { NO_COLOR, FORCE_COLOR, TERM }: System["env"],
  wish: ColourWish,
): boolean {
  if (wish !== "auto") return wish === "always";
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY === true && TERM !== "dumb";
}
