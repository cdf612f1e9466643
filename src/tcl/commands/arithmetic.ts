import { TclError } from "../completion.ts";
import type { CommandTable } from "../interp.ts";
import { Value } from "../value.ts";
import { type Argv, doubleOf, wrongArguments } from "./arguments.ts";

/** The commands `+`, `*`, `-` and `/` */
export function defineArithmetic(table: CommandTable): void {
  table.define("+", (_, argv) => accumulate(argv.slice(1), 0n, add), { pure: true });
  table.define("*", (_, argv) => accumulate(argv.slice(1), 1n, multiply), { pure: true });
  table.define("-", (_, argv) => reduce(argv, subtract, negated), { pure: true });
  table.define("/", (_, argv) => reduce(argv, divide, inverted), { pure: true });
}

interface Operation {
  onIntegers: (a: bigint, b: bigint) => bigint;
  onReals: (a: number, b: number) => number;
}

const add: Operation = { onIntegers: (a, b) => a + b, onReals: (a, b) => a + b };
const multiply: Operation = { onIntegers: (a, b) => a * b, onReals: (a, b) => a * b };
const subtract: Operation = { onIntegers: (a, b) => a - b, onReals: (a, b) => a - b };
const divide: Operation = {
  onIntegers: (a, b) => {
    if (b === 0n) throw new TclError("Division by zero");
    return a / b;
  },
  onReals: (a, b) => a / b,
};

// Integers as long as there are only such; from the first other number on, floating point.
function accumulate(values: Argv, start: bigint, { onIntegers, onReals }: Operation): Value {
  let whole = start;
  let at = 0;
  for (; at < values.length; at++) {
    const next = values[at]!.integer;
    if (next === undefined) break;
    whole = BigInt.asIntN(64, onIntegers(whole, next));
  }
  if (at === values.length) return Value.integer(whole);
  return Value.double(values.slice(at).map(doubleOf).reduce(onReals, Number(whole)));
}

function reduce(argv: Argv, operation: Operation, alone: (value: Value) => Value): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "number ?number ... number?");
  const first = argv[1]!;
  if (argv.length === 2) return alone(first);
  const start = first.integer;
  if (start !== undefined) return accumulate(argv.slice(2), start, operation);
  const real = doubleOf(first);
  return Value.double(argv.slice(2).map(doubleOf).reduce(operation.onReals, real));
}

function negated(value: Value): Value {
  const whole = value.integer;
  return whole === undefined ? Value.double(-doubleOf(value)) : Value.integer(BigInt.asIntN(64, -whole));
}

function inverted(value: Value): Value {
  const whole = value.integer;
  return Value.double(1 / (whole === undefined ? doubleOf(value) : Number(whole)));
}
