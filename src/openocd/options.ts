import { integerOf } from "../tcl/commands/arguments.ts";
import { TclError } from "../tcl/completion.ts";
import type { Value } from "../tcl/value.ts";
import { Status, StatusError } from "./errors.ts";

/** Walks through a command's arguments, with OpenOCD's own complaints (0.12.0, src/helper/jim-nvp.c). */
export class Arguments {
  readonly #values: readonly Value[];
  readonly #command: string;
  #next = 0;

  /** `command` is the word before the arguments. */
  constructor(values: readonly Value[], command = "") {
    this.#values = values;
    this.#command = command;
  }

  get left(): number {
    return this.#values.length - this.#next;
  }

  /** The arguments not yet taken. */
  get rest(): readonly Value[] {
    return this.#values.slice(this.#next);
  }

  peek(): Value | undefined {
    return this.#values[this.#next];
  }

  take(): Value {
    const value = this.#values[this.#next];
    // OpenOCD has no words for one that is missing.
    if (value === undefined) throw new TclError("");
    this.#next++;
    return value;
  }

  text(): string {
    return this.take().text;
  }

  integer(): bigint {
    return integerOf(this.take());
  }

  /** One of a few words. */
  choice<const T extends string>(choices: readonly T[]): T {
    const found = this.#find(choices);
    if (found !== undefined) return found;
    throw new TclError(`Unknown param: ${this.#before(1)}, try one of: ${wordList(choices)}`);
  }

  /**
   * One of a few words that an option has as its value. Where it is missing, OpenOCD takes the option for the value, and
   * the word before it for the option.
   */
  valueAmong<const T extends string>(choices: readonly T[]): T {
    const found = this.#find(choices);
    if (found !== undefined) return found;
    throw new TclError(`${this.#before(2)}: Unknown: ${this.#before(1)}, try one of: ${wordList(choices)}`);
  }

  #find<const T extends string>(choices: readonly T[]): T | undefined {
    if (this.left === 0) return undefined;
    const text = this.text();
    return choices.find((choice) => choice === text);
  }

  #before(steps: number): string {
    return this.#values[this.#next - steps]?.text ?? this.#command;
  }

  /** Refuses the arguments that are left, as Jim does for `usage`. */
  wrong(usage: string): TclError {
    const words = [...this.rest.map((value) => value.text), usage];
    return new TclError(`wrong # args: should be "${words.join(" ")}"`);
  }
}

function wordList(words: readonly string[]): string {
  return words.map((word, i) => (i === words.length - 1 ? `or ${word}` : word)).join(", ");
}

/**
 * A number as OpenOCD's C commands read it, without a sign: `0x…`, octal with a leading 0, or decimal, as C's `strtoull`
 * has it (OpenOCD 0.12.0, src/helper/command.c). `what` is the C variable that it names when it refuses the number.
 */
export function commandNumber(text: string, what: string, bits: 32 | 64): bigint {
  const printed = `${what} option value ('${text}') is not valid\n`;
  const value = parseUnsigned(text);
  if (value === undefined)
    throw new StatusError(Status.invalidArgument, "Invalid command argument", { printed });
  if (value >= 1n << 64n) throw new StatusError(Status.argumentTooLarge, "Argument overflow", { printed });
  const wrapped = BigInt.asUintN(64, value);
  if (wrapped >= 1n << BigInt(bits)) throw new StatusError(Status.argumentTooLarge, "", { printed });
  return wrapped;
}

/** As C's `strtoull` reads a text that is a number and nothing else; a minus sign counts down from 2^64. */
function parseUnsigned(text: string): bigint | undefined {
  const match = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.exec(text);
  if (match === null) return undefined;
  const [, sign, digits] = match as unknown as [string, string, string];
  const size = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  // What is too large is so with either sign.
  return sign === "-" && size < 1n << 64n ? -size : size;
}

/** Parses the index of an object in a list; undefined for text that is not an index. */
export function parseIndex(text: string): number | undefined {
  const value = parseUnsigned(text);
  return value === undefined || value < 0n || value >= 1n << 32n ? undefined : Number(value);
}
