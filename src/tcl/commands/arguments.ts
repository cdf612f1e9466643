import { TclError } from "../completion.ts";
import type { Value } from "../value.ts";

/** Checks how many arguments were given, the command's own name not counted. Jim's message names the usage. */
export function expectArguments(argv: readonly Value[], least: number, most: number, usage: string): void {
  const given = argv.length - 1;
  if (given < least || given > most) throw wrongArguments(argv[0]!.text, usage);
}

export function wrongArguments(name: string, usage: string): TclError {
  return new TclError(`wrong # args: should be "${usage === "" ? name : `${name} ${usage}`}"`);
}

/** A value as an integer of 64 bits. */
export function integerOf(value: Value): bigint {
  if (value.integer !== undefined && !value.isPureDouble) return value.integer;
  throw new TclError(`expected integer but got "${value.text}"`);
}

/** A value as a count or an index that fits a JavaScript number. */
export function countOf(value: Value): number {
  return Number(integerOf(value));
}
