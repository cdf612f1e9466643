import { Completion, ReturnCode, TclError } from "./completion.ts";
import type { JimFeatures } from "./jim.ts";
import { work } from "./limits.ts";
import { type Expression, Value } from "./value.ts";

/** What an expression's terms take from outside. */
export interface Terms {
  readonly jim: JimFeatures;
  variable(name: string): Value;
  /** `name(index)`, the index still to be substituted. */
  element(name: string, index: Value): Value;
  eval(script: Value): Value;
  substitute(text: Value): Value;
}

/** Works an expression out. Throws TclError with Jim's messages. */
export function evaluate(terms: Terms, expression: Expression): Value {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "variable":
      return terms.variable(expression.name);
    case "element":
      return terms.element(expression.name, expression.index);
    case "command":
      return terms.eval(expression.script);
    case "string":
      return terms.substitute(expression.text);
    case "operation":
      return operate(terms, expression.operator.name, expression.operands);
  }
}

/** A value as a condition; undefined where only hardware knows. */
export function truth(value: Value): boolean | undefined {
  if (value.unknown) return undefined;
  const number = value.integer ?? value.double;
  if (number !== undefined) return number !== 0n && number !== 0;
  const word = value.boolean;
  if (word === undefined) throw new TclError(`expected boolean but got "${value.text}"`);
  return word;
}

type Operands = readonly Expression[];

function operate(terms: Terms, name: string, operands: Operands): Value {
  if (name === "&&" || name === "||") return logical(terms, name === "||", operands);
  if (name === "?") return choose(terms, operands);
  const values = operands.map((operand) => evaluate(terms, operand));
  // A list of unknown elements still has no text, so nothing can be computed from it.
  if (values.some((value) => value.unknown)) return Value.unknown();
  const [a, b] = values as [Value, Value];
  const texts = stringOperators[name];
  if (texts !== undefined) return Value.boolean(texts(a, b));
  const integers = integerOperators[name];
  if (integers !== undefined) return Value.integer(wrap(integers(wide(a), wide(b))));
  if (Object.hasOwn(unaryOperators, name)) return unary(terms, name, a);
  if (name === "~") return Value.integer(~wide(a));
  if (name === "rand" || name === "srand") return Value.unknown();
  return binary(name, a, b);
}

function logical(terms: Terms, isOr: boolean, [left, right]: Operands): Value {
  const first = holds(terms, left!);
  if (first === isOr) return Value.boolean(isOr);
  const second = holds(terms, right!);
  if (first === undefined) return second === isOr ? Value.boolean(isOr) : Value.unknown();
  return second === undefined ? Value.unknown() : Value.boolean(second);
}

function choose(terms: Terms, [condition, then, otherwise]: Operands): Value {
  const chosen = holds(terms, condition!);
  if (chosen !== undefined) return evaluate(terms, chosen ? then! : otherwise!);
  evaluate(terms, then!);
  evaluate(terms, otherwise!);
  return Value.unknown();
}

// Whatever ends a condition early is an error.
function holds(terms: Terms, expression: Expression): boolean | undefined {
  try {
    return truth(evaluate(terms, expression));
  } catch (thrown) {
    if (thrown instanceof Completion && thrown.code !== ReturnCode.Error) throw new TclError(thrown.value);
    throw thrown;
  }
}

function wide(value: Value): bigint {
  const { integer } = value;
  if (integer !== undefined) return integer;
  throw new TclError(`expected integer but got "${value.text}"`);
}

function double(value: Value): number {
  const number = value.double;
  if (number !== undefined) return number;
  throw new TclError(`expected floating-point number but got "${value.text}"`);
}

/** Into 64 bits, as C's `long long` overflows. */
function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

const stringOperators: Record<string, (a: Value, b: Value) => boolean> = {
  eq: onTexts((a, b) => a === b),
  ne: onTexts((a, b) => a !== b),
  lt: onTexts((a, b) => a < b),
  gt: onTexts((a, b) => a > b),
  le: onTexts((a, b) => a <= b),
  ge: onTexts((a, b) => a >= b),
  in: isIn,
  ni: (a, b) => !isIn(a, b),
};

function onTexts(test: (a: string, b: string) => boolean): (a: Value, b: Value) => boolean {
  return ({ text: a }, { text: b }) => {
    work(Math.min(a.length, b.length) / 16);
    return test(a, b);
  };
}

function isIn({ text }: Value, list: Value): boolean {
  return list.elements.some((element) => {
    work(1 + Math.min(text.length, element.text.length) / 16);
    return element.text === text;
  });
}

const integerOperators: Record<string, (a: bigint, b: bigint) => bigint> = {
  "<<": (a, b) => a << (b & 63n),
  ">>": (a, b) => a >> (b & 63n),
  "<<<": (a, b) => rotateLeft(a, b & 63n),
  ">>>": (a, b) => rotateLeft(a, (64n - (b & 63n)) & 63n),
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "%": (a, b) => {
    // What Jim says of it is overwritten by its result.
    if (b === 0n) throw new TclError("0");
    const remainder = a % b;
    return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
  },
};

function rotateLeft(value: bigint, count: bigint): bigint {
  const bits = BigInt.asUintN(64, value);
  return (bits << count) | (bits >> (64n - count));
}

// What a function of one number does with an integer, and what with a floating-point number.
const unaryOperators: Record<string, [(a: bigint) => bigint | number, (a: number) => bigint | number]> = {
  int: [(a) => a, truncate],
  wide: [(a) => a, truncate],
  round: [(a) => a, (a) => truncate(a < 0 ? a - 0.5 : a + 0.5)],
  double: [(a) => Number(a), (a) => a],
  abs: [(a) => (a < 0n ? -a : a), Math.abs],
  " +": [(a) => a, (a) => a],
  " -": [(a) => -a, (a) => -a],
  "!": [(a) => (a === 0n ? 1n : 0n), (a) => (a === 0 ? 1n : 0n)],
};

function truncate(value: number): bigint {
  // What C makes of a number that does not fit, on the machines that OpenOCD runs on.
  if (!(Math.abs(value) < 2 ** 63)) return -(1n << 63n);
  return BigInt(Math.trunc(value));
}

function unary({ jim }: Terms, name: string, a: Value): Value {
  const [onInteger, onDouble] = unaryOperators[name]!;
  const { integer } = a;
  if (jim.negatesWords && integer === undefined && a.double === undefined) {
    const word = a.boolean;
    if (word === undefined) throw new TclError(`expected boolean but got "${a.text}"`);
    if (name === "!") return Value.boolean(!word);
  }
  return number(integer !== undefined ? onInteger(integer) : onDouble(double(a)));
}

function number(result: bigint | number): Value {
  return typeof result === "bigint" ? Value.integer(wrap(result)) : Value.double(result);
}

type Ordered = bigint | number | string;

const comparisons: Record<string, (a: Ordered, b: Ordered) => boolean> = {
  "<": (a, b) => a < b,
  ">": (a, b) => a > b,
  "<=": (a, b) => a <= b,
  ">=": (a, b) => a >= b,
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
};

const realOperators: Record<string, (a: number, b: number) => number> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? (a < 0 ? -Infinity : Infinity) : a / b),
  "**": () => {
    throw new TclError("unsupported");
  },
};

function binary(name: string, a: Value, b: Value): Value {
  const compare = comparisons[name];
  if (!a.isPureDouble && !b.isPureDouble && a.integer !== undefined && b.integer !== undefined) {
    if (compare !== undefined) return Value.boolean(compare(a.integer, b.integer));
    const result = onIntegers(name, a.integer, b.integer);
    if (result !== undefined) return Value.integer(wrap(result));
  }
  if (compare !== undefined) {
    if (a.double !== undefined && b.double !== undefined) return Value.boolean(compare(a.double, b.double));
    return Value.boolean(compare(a.text, b.text));
  }
  return Value.double(realOperators[name]!(double(a), double(b)));
}

function onIntegers(name: string, a: bigint, b: bigint): bigint | undefined {
  switch (name) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/": {
      if (b === 0n) throw new TclError("Division by zero");
      const quotient = a / b;
      return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
    }
    case "**":
      return power(a, b);
    default:
      return undefined;
  }
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) {
    if (base === 0n) throw new TclError("exponentiation of zero by negative power");
    if (base === 1n) return 1n;
    if (base === -1n) return exponent % 2n === 0n ? 1n : -1n;
    return 0n;
  }
  let result = 1n;
  for (let factor = base, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = wrap(result * factor);
    factor = wrap(factor * factor);
  }
  return result;
}
