import { Code, Completion, TclError } from "../completion.ts";
import type { Frame } from "../frame.ts";
import type { Interp } from "../interp.ts";
import { makeProcedure } from "../procedure.ts";
import { Value } from "../value.ts";
import { expectArguments, wrongArguments } from "./arguments.ts";

type Argv = readonly Value[];

/** `proc`, `return`, `error`, `catch`, `eval`, `uplevel`, `expr`, `subst`, `rename`, `alias`, `apply`, … */
export function defineProcedures(interp: Interp): void {
  interp.define("proc", runProc);
  interp.define("return", runReturn);
  interp.define("error", runError);
  interp.define("catch", runCatch);
  interp.define("eval", runEval);
  interp.define("uplevel", runUplevel);
  interp.define("expr", runExpr);
  interp.define("subst", runSubst);
  interp.define("rename", runRename);
  interp.define("alias", runAlias);
  interp.define("local", (i, argv) => (argv.length > 1 ? i.call(argv.slice(1)) : Value.empty));
  interp.define("upcall", (i, argv) => (argv.length > 1 ? i.call(argv.slice(1)) : Value.empty));
  interp.define("apply", runApply);
  interp.define("tailcall", runTailcall);
}

function runProc(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 3, 4, "name arglist ?statics? body");
  const name = argv[1]!.text.replace(/^::/, "");
  const statics = argv.length === 5 ? staticsOf(interp, argv[3]!) : undefined;
  const procedure = makeProcedure(name, argv[2]!, argv.at(-1)!, statics);
  interp.commands.set(name, { run: () => Value.empty, procedure });
  interp.onProcedure?.(procedure);
  return argv[1]!;
}

function staticsOf(interp: Interp, list: Value): Map<string, { value: Value | undefined; link: undefined }> {
  const statics = new Map();
  for (const element of list.elements) {
    const [name, initial] = element.elements;
    const value = initial ?? interp.variables.get(name!.text);
    statics.set(name!.text, { value, link: undefined });
  }
  return statics;
}

const codeNames: Record<string, number> = { ok: 0, error: 1, return: 2, break: 3, continue: 4, signal: 5, exit: 6, eval: 7 };

function codeOf(value: Value): number {
  const code = codeNames[value.text] ?? value.integer;
  if (code === undefined) throw new TclError(`expected return code but got "${value.text}"`);
  return Number(code);
}

function runReturn(_: Interp, argv: Argv): Value {
  let code: number = Code.Ok;
  let level = 1;
  let at = 1;
  for (; at + 1 < argv.length; at += 2) {
    const option = argv[at]!.text;
    if (option === "-code") code = codeOf(argv[at + 1]!);
    else if (option === "-level") level = Number(argv[at + 1]!.integer ?? 1n);
    else if (option !== "-errorinfo" && option !== "-errorcode") break;
  }
  if (argv.length > at + 1) {
    throw wrongArguments(argv[0]!.text, "?-code code? ?-errorinfo stacktrace? ?-level level? ?result?");
  }
  const value = argv[at] ?? Value.empty;
  if (level === 0) {
    if (code === Code.Ok) return value;
    throw code === Code.Error ? new TclError(value) : new Completion(code, value);
  }
  throw new Completion(Code.Return, value, code, level);
}

function runError(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "message ?stacktrace?");
  throw new TclError(argv[1]!);
}

// Jim passes `exit`, `eval` and `signal` on, unless told otherwise.
const passedOn: readonly number[] = [5, 6, 7];

function runCatch(interp: Interp, argv: Argv): Value {
  let at = 1;
  const passes = new Set(passedOn);
  for (; at + 1 < argv.length && argv[at]!.text.startsWith("-"); at++) {
    const option = argv[at]!.text;
    if (option === "--") {
      at++;
      break;
    }
    const code = codeNames[option.replace(/^-(no)?/, "")];
    if (code === undefined) break;
    if (option.startsWith("-no")) passes.add(code);
    else passes.delete(code);
  }
  const usage = "?-?no?code ... --? script ?resultVarName? ?optionVarName?";
  if (at >= argv.length || argv.length > at + 3) throw wrongArguments(argv[0]!.text, usage);
  let code: number = Code.Ok;
  let result: Value;
  const { frame } = interp;
  interp.catches++;
  try {
    result = interp.eval(argv[at]!);
  } catch (thrown) {
    if (!(thrown instanceof Completion) || passes.has(thrown.code)) throw thrown;
    interp.frame = frame;
    code = thrown.code;
    result = thrown.value;
  } finally {
    interp.catches--;
  }
  const [resultName, optionsName] = [argv[at + 1], argv[at + 2]];
  if (resultName !== undefined) interp.variables.set(resultName.text, result);
  if (optionsName !== undefined) interp.variables.set(optionsName.text, optionsOf(code));
  return Value.integer(code);
}

function optionsOf(code: number): Value {
  return Value.strings(["-code", String(code), "-level", "0"]);
}

function joined(values: Argv): Value {
  if (values.length === 1) return values[0]!;
  if (values.every((value) => value.isPureList)) return Value.list(values.flatMap((value) => value.elements));
  if (values.some((value) => value.unknown)) return Value.unknown();
  return new Value(values.map((value) => value.text.trim()).filter((text) => text !== "").join(" "));
}

function runEval(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "arg ?arg ...?");
  const script = joined(argv.slice(1));
  return interp.eval(script);
}

/** The frame that a level (`1`, `#0`) names, seen from the current one. */
export function frameAt(interp: Interp, level: string): Frame | undefined {
  const absolute = level.startsWith("#");
  const number = Number(absolute ? level.slice(1) : level);
  if (!Number.isInteger(number)) return undefined;
  const wanted = absolute ? number : interp.frame.level - number;
  let frame: Frame | undefined = interp.frame;
  while (frame !== undefined && frame.level > wanted) frame = frame.parent;
  return frame?.level === wanted ? frame : undefined;
}

function runUplevel(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "?level? command ?arg ...?");
  const hasLevel = /^(#|\d)/.test(argv[1]!.text);
  const level = hasLevel ? argv[1]!.text : "1";
  const frame = frameAt(interp, level);
  if (frame === undefined) throw new TclError(`bad level "${level}"`);
  const words = argv.slice(hasLevel ? 2 : 1);
  if (words.length === 0) throw wrongArguments(argv[0]!.text, "?level? command ?arg ...?");
  return interp.evalIn(frame, joined(words));
}

function runExpr(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "expression ?...?");
  if (argv.length === 2) return interp.expr(argv[1]!);
  if (argv.some((argument) => argument.unknown)) return Value.unknown();
  return interp.expr(joined(argv.slice(1)));
}

function runSubst(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "?options? string");
  const options = new Set(argv.slice(1, -1).map((option) => option.text));
  const limits = {
    backslashes: !options.has("-nobackslashes"),
    commands: !options.has("-nocommands"),
    variables: !options.has("-novariables"),
  };
  return interp.substitute(argv.at(-1)!, limits);
}

function runRename(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 2, 2, "oldName newName");
  const [from, to] = [argv[1]!.text, argv[2]!.text];
  const command = interp.lookup(from);
  if (command === undefined) throw new TclError(`can't rename "${from}": command doesn't exist`);
  if (to !== "" && interp.lookup(to) !== undefined) {
    throw new TclError(`can't rename to "${to}": command already exists`);
  }
  interp.commands.delete(from);
  if (to !== "") interp.commands.set(to, command);
  return Value.empty;
}

function runAlias(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, "newname command ?args ...?");
  const prefix = argv.slice(2);
  interp.define(argv[1]!.text, (i, call) => i.call([...prefix, ...call.slice(1)]));
  return argv[1]!;
}

function runApply(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "lambdaExpr ?arg ...?");
  const [parameters, body] = argv[1]!.elements;
  if (parameters === undefined || body === undefined) {
    throw new TclError(`can't interpret "${argv[1]!.text}" as a lambda expression`);
  }
  const procedure = makeProcedure("apply lambdaExpr", parameters, body);
  return interp.invoke({ run: () => Value.empty, procedure }, [new Value("apply lambdaExpr"), ...argv.slice(2)]);
}

// The proc is over; what it calls last runs in its caller's place.
function runTailcall(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) return Value.empty;
  const parent = interp.frame.parent;
  if (parent === undefined) throw new TclError("tailcall can only be called from a proc or lambda");
  throw new Completion(Code.Return, interp.evalIn(parent, Value.list(argv.slice(1))));
}
