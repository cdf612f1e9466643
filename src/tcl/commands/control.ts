import { Completion, ReturnCode, TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, step } from "../limits.ts";
import { Value } from "../value.ts";
import { type Argv, expectArguments, integerExpressionOf, wrongArguments } from "./arguments.ts";

const nothing = () => Value.empty;

/** `if`, `while`, `for`, `foreach`, `lmap`, `loop`, `break`, `continue`. */
export function defineControl(table: CommandTable): void {
  table.define("if", runIf);
  table.define("while", runWhile);
  table.define("for", runFor);
  table.define("foreach", (i, argv) => runForeach(i, argv, false));
  table.define("lmap", (i, argv) => runForeach(i, argv, true));
  table.define("loop", runLoop);
  table.define("break", (i, argv) => jump(i, argv, ReturnCode.Break));
  table.define("continue", (i, argv) => jump(i, argv, ReturnCode.Continue));
}

function jump(interp: Interp, argv: Argv, code: number): never {
  expectArguments(argv, 0, 0, "");
  interp.host.noteJump?.();
  throw new Completion(code);
}

function runIf(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw ifUsage(argv);
  return ifFrom(interp, argv, 1);
}

function ifUsage(argv: Argv): TclError {
  return wrongArguments(argv[0]!.text, "condition ?then? trueBody ?elseif ...? ?else? falseBody");
}

function ifFrom(interp: Interp, argv: Argv, start: number): Value {
  let at = start;
  const condition = argv[at++];
  if (condition === undefined) throw ifUsage(argv);
  const holds = interp.condition(condition);
  if (argv[at]?.text === "then") at++;
  const body = argv[at++];
  if (body === undefined) throw ifUsage(argv);
  if (holds === true) return interp.eval(body);
  const otherwise = () => elseFrom(interp, argv, at);
  return holds === false ? otherwise() : interp.forks.run([() => interp.eval(body), otherwise]);
}

function elseFrom(interp: Interp, argv: Argv, start: number): Value {
  const word = argv[start];
  if (word === undefined) return Value.empty;
  if (word.text === "else") {
    if (argv.length !== start + 2) throw ifUsage(argv);
    return interp.eval(argv[start + 1]!);
  }
  if (word.text === "elseif") return ifFrom(interp, argv, start + 1);
  if (argv.length !== start + 1) throw ifUsage(argv);
  return interp.eval(word);
}

/** Runs a loop's body once; false where it broke out. */
function iterate(body: () => void): boolean {
  step();
  return goesOn(body);
}

function goesOn(body: () => void): boolean {
  try {
    body();
    return true;
  } catch (thrown) {
    if (thrown instanceof Completion && thrown.code === ReturnCode.Continue) return true;
    if (thrown instanceof Completion && thrown.code === ReturnCode.Break) return false;
    throw thrown;
  }
}

// What only hardware can decide is not waited for: such a loop runs once, as something that may happen.
function perhapsOnce(interp: Interp, body: () => void): void {
  const once = () => {
    iterate(body);
    return Value.empty;
  };
  interp.forks.run([once, nothing]);
}

function runWhile(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 2, 2, "condition body");
  return repeat(interp, argv[1]!, () => interp.eval(argv[2]!));
}

function repeat(interp: Interp, condition: Value, body: () => void): Value {
  for (;;) {
    const holds = interp.condition(condition);
    if (holds === false) break;
    if (holds === undefined) {
      perhapsOnce(interp, body);
      break;
    }
    if (!iterate(body)) break;
  }
  return Value.empty;
}

// `break` anywhere ends a `for`, `continue` anywhere goes on with it.
function runFor(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 4, 4, "start test next body");
  const [, start, test, next, body] = argv as [Value, Value, Value, Value, Value];
  interp.eval(start);
  let holds = true as boolean | undefined;
  const check = () =>
    goesOn(() => {
      holds = interp.condition(test);
    });
  if (!check()) return Value.empty;
  for (;;) {
    if (holds === false) return Value.empty;
    if (holds === undefined) {
      perhapsOnce(interp, () => interp.eval(body));
      return Value.empty;
    }
    if (!iterate(() => interp.eval(body))) return Value.empty;
    if (!goesOn(() => interp.eval(next))) return Value.empty;
    if (!check()) return Value.empty;
  }
}

function runLoop(interp: Interp, argv: Argv): Value {
  if (interp.jim.loopsFromZero) expectArguments(argv, 3, 5, "var ?first? limit ?incr? body");
  else expectArguments(argv, 4, 5, "var first limit ?incr? body");
  const name = argv[1]!.text;
  const body = argv.at(-1)!;
  const [first, limit, step] = loopBounds(argv.slice(2, -1));
  if (first === undefined || limit === undefined || step === undefined) {
    interp.variables.set(name, Value.unknown());
    perhapsOnce(interp, () => interp.eval(body));
    return Value.empty;
  }
  let at = first;
  interp.variables.set(name, Value.integer(at));
  while ((at < limit && step > 0n) || (at > limit && step < 0n)) {
    if (!iterate(() => interp.eval(body))) return Value.empty;
    at += step;
    interp.variables.set(name, Value.integer(at));
  }
  return Value.empty;
}

function loopBounds(bounds: Argv): (bigint | undefined)[] {
  const [first, second] = bounds.slice(0, 2).map(bound);
  if (bounds.length === 1) return [0n, first, 1n];
  return [first, second, bounds.length > 2 ? stepOf(bounds[2]!) : 1n];
}

function bound(value: Value): bigint | undefined {
  return value.unknown ? undefined : integerExpressionOf(value);
}

// Jim takes no notice of a step that is no number.
function stepOf(value: Value): bigint | undefined {
  try {
    return bound(value);
  } catch (error) {
    if (error instanceof TclError) return 1n;
    throw error;
  }
}

function runForeach(interp: Interp, argv: Argv, collects: boolean): Value {
  if (argv.length < 4 || argv.length % 2 !== 0) {
    throw wrongArguments(argv[0]!.text, "varList list ?varList list ...? script");
  }
  const body = argv.at(-1)!;
  const pairs: { names: readonly Value[]; values: Value }[] = [];
  for (let i = 1; i + 1 < argv.length; i += 2) {
    const names = argv[i]!.elements;
    if (names.length === 0) throw new TclError("foreach varlist is empty");
    pairs.push({ names, values: argv[i + 1]! });
  }
  const collected: Value[] = [];
  const round = (index: number) => {
    for (const { names, values } of pairs) {
      names.forEach((name, offset) => {
        const at = index * names.length + offset;
        const value = values.opaque ? Value.unknown() : (values.elements[at] ?? Value.empty);
        interp.variables.set(name.text, value);
      });
    }
    const result = interp.eval(body);
    if (!collects) return;
    hold(Size.Value + Size.Reference);
    collected.push(result);
  };
  if (pairs.some(({ values }) => values.opaque)) {
    perhapsOnce(interp, () => round(0));
    return collects ? Value.unknown() : Value.empty;
  }
  const rounds = Math.max(
    ...pairs.map(({ names, values }) => Math.ceil(values.elements.length / names.length)),
  );
  for (let index = 0; index < rounds; index++) {
    if (!iterate(() => round(index))) break;
  }
  return collects ? Value.list(collected) : Value.empty;
}
