import { Buffer } from "node:buffer";
import type { OutputConfiguration } from "commander";
import { forTerminal } from "../../report/printable.ts";

/** Where text goes. */
export interface Output {
  write(chunk: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Whether colours are wanted: as the terminal and the environment say, or by an option; `false` is `never`. */
export type ColourWish = "auto" | "always" | "never" | false;

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
  readonly #saidOnce = new Set<string>();

  constructor(system: System, colours: ColourWish = "auto") {
    this.system = system;
    this.#colours = colours;
  }

  get cwd(): string {
    return this.system.cwd;
  }

  /** The same, with or without colours as an option says. */
  withColours(colours: ColourWish | undefined): Terminal {
    return new Terminal(this.system, colours);
  }

  /** A part of the result, for a person. */
  print(text: string): void {
    this.#line(this.system.stdout, text);
  }

  /** Anything else, for a person. */
  say(text: string): void {
    this.#line(this.system.stderr, text);
  }

  /** The same for what may come up again. */
  sayOnce(text: string): void {
    if (this.#saidOnce.has(text)) return;
    this.#saidOnce.add(text);
    this.say(text);
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
