import { Completion, ReturnCode, returnCodeNames, TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { integerPrefixIn } from "../number.ts";
import { Value } from "../value.ts";
import { type Argv, wrongArguments } from "./arguments.ts";
import { codeOf } from "./procedures.ts";

/** `catch` and `try` */
export function defineCatch(table: CommandTable): void {
  table.define("catch", runCatch);
  table.define("try", runTry);
}

const catchUsage = "?-?no?code ... --? script ?resultVarName? ?optionVarName?";
const tryUsage = "?-?no?code ... --? script ?on codes vars script? ... ?finally script?";

/** How a script ended. */
interface Outcome {
  code: number;
  value: Value;
  /** What `return` makes of it where it arrives. */
  becomes: number;
  thrown: Completion | undefined;
  passes: boolean;
  /** Whether the machine may make an error of it. */
  doubtful: boolean;
}

/** Reads the codes that are to be passed on or not, and where the words after them begin. */
function codesOf(argv: Argv, usage: string): { at: number; passedOn: Set<number> } {
  const passedOn = new Set<number>([ReturnCode.Signal, ReturnCode.Exit, ReturnCode.Eval]);
  let at = 1;
  for (; at < argv.length - 1; at++) {
    const option = argv[at]!.text;
    if (option === "--") {
      at++;
      break;
    }
    if (!option.startsWith("-")) break;
    const passes = option.startsWith("-no");
    const name = option.slice(passes ? 3 : 1);
    const number = integerPrefixIn(name, 10);
    const isNumber = number !== undefined && number.value >= 0n && name.slice(number.length).trim() === "";
    const code = isNumber ? Number(number.value) : returnCodeNames.indexOf(name);
    if (code < 0) throw wrongArguments(argv[0]!.text, usage);
    if (passes) passedOn.add(code);
    else passedOn.delete(code);
  }
  if (at >= argv.length) throw wrongArguments(argv[0]!.text, usage);
  return { at, passedOn };
}

function attempt(interp: Interp, script: Value, passedOn: ReadonlySet<number>): Outcome {
  const { frame, doubts } = interp;
  const catchesErrors = !passedOn.has(ReturnCode.Error);
  const hasDoubts = () => catchesErrors && interp.doubts > doubts;
  if (catchesErrors) interp.catches++;
  try {
    const value = interp.forks.attempt(() => interp.eval(script), hasDoubts);
    const passes = passedOn.has(ReturnCode.Ok);
    return {
      code: ReturnCode.Ok,
      value,
      becomes: ReturnCode.Ok,
      thrown: undefined,
      passes,
      doubtful: hasDoubts(),
    };
  } catch (thrown) {
    if (!(thrown instanceof Completion)) throw thrown;
    interp.frame = frame;
    const { code, value, becomes } = thrown;
    const doubtful = code !== ReturnCode.Error && hasDoubts();
    return { code, value, becomes, thrown, passes: passedOn.has(code), doubtful };
  } finally {
    if (catchesErrors) {
      interp.catches--;
      interp.doubts = doubts;
    }
    interp.trace.begin();
  }
}

/** How it ends where the machine makes an error of it. */
function failure(): Outcome {
  const thrown = new TclError(Value.unknown());
  return {
    code: ReturnCode.Error,
    value: thrown.value,
    becomes: ReturnCode.Ok,
    thrown,
    passes: false,
    doubtful: false,
  };
}

function resume({ thrown, value }: Outcome): Value {
  if (thrown !== undefined) throw thrown;
  return value;
}

/** Keeps the result and how it came about in variables; false where one of them cannot be set. */
function keep(
  interp: Interp,
  outcome: Outcome,
  names: readonly (Value | undefined)[],
): Completion | undefined {
  const [resultName, optionsName] = names;
  try {
    if (isName(resultName)) interp.variables.set(resultName.text, outcome.value);
    if (isName(optionsName)) interp.variables.set(optionsName.text, optionsOf(interp, outcome));
    return undefined;
  } catch (error) {
    if (error instanceof TclError) return error;
    throw error;
  }
}

function isName(value: Value | undefined): value is Value {
  return value !== undefined && value.text !== "";
}

function optionsOf(interp: Interp, { code, becomes }: Outcome): Value {
  const options = [
    new Value("-code"),
    Value.integer(code === ReturnCode.Return ? becomes : code),
    new Value("-level"),
    Value.integer(interp.returnLevel),
  ];
  if (code === ReturnCode.Error) {
    options.push(new Value("-errorinfo"), interp.trace.stack);
    const errorCode = interp.global.variables.get("errorCode")?.value;
    if (errorCode !== undefined) options.push(new Value("-errorcode"), errorCode);
  }
  return Value.list(options);
}

function runCatch(interp: Interp, argv: Argv): Value {
  interp.setGlobal("errorCode", new Value("NONE"));
  const { at, passedOn } = codesOf(argv, catchUsage);
  const outcome = attempt(interp, argv[at]!, passedOn);
  if (outcome.passes) {
    if (outcome.code !== ReturnCode.Ok) throw outcome.thrown;
    return outcome.value;
  }
  const names = argv.slice(at + 1);
  if (!outcome.doubtful) {
    keep(interp, outcome, names);
    return Value.integer(outcome.code);
  }
  const ways = [outcome, failure()].map((way) => () => {
    keep(interp, way, names);
    return Value.integer(way.code);
  });
  return interp.forks.run(ways);
}

interface Clauses {
  /** Variables and script for the code that came. */
  on: { names: Value; script: Value } | undefined;
  last: Value | undefined;
}

function clausesOf(interp: Interp, argv: Argv, start: number, code: number): Clauses {
  const clauses: Clauses = { on: undefined, last: undefined };
  const wrong = wrongArguments(argv[0]!.text, tryUsage);
  for (let at = start; at < argv.length; ) {
    const word = argv[at]!.text;
    if (word === "on" || (word === "trap" && interp.jim.traps)) {
      if (at + 4 > argv.length) throw wrong;
      const [, codes] = argv.slice(at) as [Value, Value];
      const fits = word === "on" ? matchesCode(codes, code, wrong) : isTrapped(interp, codes, code);
      if (fits) {
        clauses.on = { names: argv[at + 2]!, script: argv[at + 3]! };
      }
      at += 4;
    } else if (word === "finally" && at + 2 === argv.length) {
      clauses.last = argv[at + 1];
      at += 2;
    } else throw wrong;
  }
  return clauses;
}

/** Whether the code of an error begins with some words. */
function isTrapped(interp: Interp, words: Value, code: number): boolean {
  if (code !== ReturnCode.Error) return false;
  const errorCode = interp.global.variables.get("errorCode")?.value?.elements ?? [];
  return words.elements.every(({ text }, at) => errorCode[at]?.text === text);
}

function matchesCode(codes: Value, code: number, wrong: TclError): boolean {
  for (const element of codes.elements) {
    try {
      if (codeOf(element) === code) return true;
    } catch {
      throw wrong;
    }
  }
  return false;
}

function runTry(interp: Interp, argv: Argv): Value {
  interp.setGlobal("errorCode", new Value("NONE"));
  const { at, passedOn } = codesOf(argv, tryUsage);
  const outcome = attempt(interp, argv[at]!, passedOn);
  if (!outcome.doubtful) return conclude(interp, argv, at + 1, outcome);
  return interp.forks.run([outcome, failure()].map((way) => () => conclude(interp, argv, at + 1, way)));
}

function conclude(interp: Interp, argv: Argv, clausesAt: number, outcome: Outcome): Value {
  const { on, last } = clausesOf(interp, argv, clausesAt, outcome.code);
  if (outcome.passes) {
    if (last !== undefined) quietly(() => interp.eval(last));
    return resume(outcome);
  }
  const failed = on && keep(interp, outcome, on.names.elements);
  const body = () => {
    if (failed !== undefined) throw failed;
    return on === undefined ? resume(outcome) : interp.eval(on.script);
  };
  if (last === undefined) return body();
  return withLast(interp, body, last);
}

function withLast(interp: Interp, body: () => Value, last: Value): Value {
  let value = Value.empty;
  let thrown: unknown;
  try {
    value = body();
  } catch (error) {
    if (!(error instanceof Completion)) throw error;
    thrown = error;
  }
  interp.eval(last);
  if (thrown !== undefined) throw thrown;
  return value;
}

function quietly(run: () => void): void {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof Completion)) throw thrown;
  }
}
