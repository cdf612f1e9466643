import { TclError } from "../completion.ts";
import { evaluate, type Terms } from "../evaluate.ts";
import { expressionOf } from "../expression.ts";
import { JIM } from "../jim.ts";
import { parseInteger } from "../number.ts";
import { Value } from "../value.ts";

export type Argv = readonly Value[];

/** Checks how many arguments were given, the command's own name not counted. Jim's message names the usage. */
export function expectArguments(argv: Argv, least: number, most: number, usage: string): void {
  const given = argv.length - 1;
  if (given < least || given > most) throw wrongArguments(argv[0]!.text, usage);
}

/** As `expectArguments` for `command subcommand …`: neither name counts. */
export function expectSubArguments(argv: Argv, least: number, most: number, usage: string): void {
  const given = argv.length - 2;
  if (given < least || given > most) throw wrongSubArguments(argv, usage);
}

export function wrongSubArguments(argv: Argv, usage: string): TclError {
  return wrongArguments(`${argv[0]!.text} ${argv[1]!.text}`, usage);
}

export function wrongArguments(name: string, usage: string): TclError {
  return new TclError(`wrong # args: should be "${usage === "" ? name : `${name} ${usage}`}"`);
}

/** A value as an integer of 64 bits. */
export function integerOf(value: Value): bigint {
  if (value.integer !== undefined) return value.integer;
  throw new TclError(`expected integer but got "${value.text}"`);
}

/** A value as a floating-point number. */
export function doubleOf(value: Value): number {
  if (value.double !== undefined) return value.double;
  throw new TclError(`expected floating-point number but got "${value.text}"`);
}

/** A value as a count or an index that fits a JavaScript number. */
export function countOf(value: Value): number {
  return Number(integerOf(value));
}

function forbidden(): never {
  throw new TclError("");
}

// Jim takes a variable's name for its value where it wants a number and no script may run.
const constants: Terms = {
  jim: JIM["0.81"],
  variable: (name) => new Value(name),
  element: forbidden,
  eval: forbidden,
  substitute: forbidden,
};

/** The value of an expression of constants, such as `3+1`. */
export function integerExpressionOf(value: Value): bigint {
  try {
    if (value.shape === "integer") return integerOf(value);
    return parseInteger(value.text) ?? integerOf(evaluate(constants, expressionOf(value, constants.jim)));
  } catch (error) {
    if (!(error instanceof TclError)) throw error;
    throw new TclError(`expected integer expression but got "${value.text}"`);
  }
}

/** An index before all others: `-1`, which is not `end`. */
const BEFORE = -(2 ** 31 - 1);
const AFTER = 2 ** 31 - 1;

/** An index, from 0; negative for one that counts from the end, which is -1. Such are `2`, `end-1`, `3+1`. */
export function indexOf(value: Value): number {
  const { text } = value;
  try {
    if (value.shape === "integer") return Math.min(Number(clampBefore(integerOf(value))), AFTER);
    if (!text.startsWith("end")) return Number(int32(clampBefore(integerExpressionOf(value))));
    if (text === "end") return -1;
    if (text[3] !== "-" && text[3] !== "+") throw new TclError("");
    const offset = integerExpressionOf(new Value(text.slice(3)));
    return offset > 0n ? AFTER : Number(int32(offset - 1n));
  } catch (error) {
    if (!(error instanceof TclError)) throw error;
    throw new TclError(`bad index "${text}": must be intexpr or end?[+-]intexpr?`);
  }
}

function clampBefore(index: bigint): bigint {
  return index < 0n ? BigInt(BEFORE) : index;
}

function int32(value: bigint): bigint {
  return BigInt.asIntN(32, value);
}

/** Where an index points in something of a length; negative or too large where there is nothing. */
export function absoluteIndex(index: number, length: number): number {
  return index < 0 && index > BEFORE ? length + index : index;
}

/** The stretch between two indexes, the second included, cut to what is there. */
export function rangeOf(
  first: Value,
  last: Value,
  length: number,
): { from: number; to: number; count: number } {
  let from = absoluteIndex(indexOf(first), length);
  let to = absoluteIndex(indexOf(last), length);
  if (from > to) return { from, to, count: 0 };
  let count = to - from + 1;
  if (from < 0) {
    count += from;
    from = 0;
  }
  if (to >= length) {
    count -= to - (length - 1);
    to = length - 1;
  }
  return { from, to, count: Math.max(count, 0) };
}

export interface OptionRules {
  /** What the message calls it. */
  what?: string;
  /** Whether the beginning of a name will do. */
  abbreviations?: boolean;
}

/** The name among `names` that a value is or abbreviates. */
export function optionOf(value: Value, names: readonly string[], rules: OptionRules = {}): string {
  const { text } = value;
  let found: string | undefined;
  let bad = "bad";
  for (const name of names) {
    if (name === text) return name;
    if (!rules.abbreviations || !name.startsWith(text)) continue;
    if (text === "-") break;
    if (found !== undefined) {
      bad = "ambiguous";
      found = undefined;
      break;
    }
    found = name;
  }
  if (found !== undefined) return found;
  throw new TclError(`${bad} ${rules.what ?? "option"} "${text}": must be ${alternatives(names)}`);
}

function alternatives(names: readonly string[]): string {
  const sorted = [...names].sort(compareText);
  const last = sorted.pop()!;
  return sorted.length === 0 ? last : `${sorted.join(", ")}, or ${last}`;
}

/** Orders texts by their bytes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function anyUnknown(values: Argv): boolean {
  return values.some((value) => value.unknown);
}
