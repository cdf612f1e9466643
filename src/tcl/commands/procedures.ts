import { Completion, ReturnCode, returnCodeNames, TclError } from "../completion.ts";
import { concatenate } from "../concat.ts";
import type { Variable } from "../frame.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size } from "../limits.ts";
import { makeProcedure } from "../procedure.ts";
import { Value } from "../value.ts";
import { type Argv, expectArguments, optionOf, wrongArguments } from "./arguments.ts";
import { badLevel, frameAt } from "./level.ts";

/** `proc`, `return`, `error`, `eval`, `uplevel`, `expr`, `subst`, `rename`, `alias`, `local`, `apply`, … */
export function defineProcedures(table: CommandTable): void {
  table.define("proc", runProc);
  table.define("return", runReturn);
  table.define("error", runError);
  table.define("eval", runEval);
  table.define("uplevel", runUplevel);
  table.define("expr", runExpr);
  table.define("subst", runSubst);
  table.define("rename", runRename);
  table.define("alias", runAlias);
  table.define("local", runLocal);
  table.define("upcall", runUpcall);
  table.define("apply", runApply);
  table.define("tailcall", runTailcall);
}

function runProc(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 3, 4, "name arglist ?statics? body");
  const name = interp.qualify(argv[1]!.text);
  const statics = argv.length === 5 ? staticsOf(interp, argv[3]!) : undefined;
  const procedure = makeProcedure(name, argv[2]!, argv.at(-1)!, statics);
  hold(2 * Size.Value + 2 * Size.Entry);
  interp.add(name, { run: () => Value.empty, procedure });
  interp.host.noteProcedure?.(procedure);
  return argv[1]!;
}

function staticsOf(interp: Interp, list: Value): Map<string, Variable> {
  const statics = new Map<string, Variable>();
  for (const element of list.elements) {
    const [name, initial, ...more] = element.elements;
    if (name === undefined || more.length > 0) {
      throw new TclError(`too many fields in static specifier "${element.text}"`);
    }
    const value = initial ?? interp.variables.find(name.text);
    if (value === undefined) {
      throw new TclError(
        `variable for initialization of static "${name.text}" not found in the local context`,
      );
    }
    if (statics.has(name.text)) {
      throw new TclError(`static variable name "${name.text}" duplicated in statics list`);
    }
    statics.set(name.text, { value, link: undefined });
  }
  return statics;
}

/** A number or name of how a script can end. */
export function codeOf(value: Value): number {
  const integer = value.integer;
  const code =
    integer === undefined ? returnCodeNames.indexOf(value.text) : Number(BigInt.asIntN(32, integer));
  if (integer === undefined && code === -1) {
    throw new TclError(`expected return code but got "${value.text}"`);
  }
  return code;
}

function runReturn(interp: Interp, argv: Argv): Value {
  let code: number = ReturnCode.Ok;
  let level = 1;
  let trace: Value | undefined;
  let errorCode: Value | undefined;
  let at = 1;
  for (; at + 1 < argv.length; at += 2) {
    const option = argv[at]!.text;
    const value = argv[at + 1]!;
    if (option === "-code") code = codeOf(value);
    else if (option === "-level") level = levelOf(value);
    else if (option === "-errorinfo") trace = value;
    else if (option === "-errorcode") errorCode = value;
    else break;
  }
  // Jim only says so, and returns what it said.
  const usage = "?-code code? ?-errorinfo stacktrace? ?-level level? ?result?";
  const surplus = argv.length > at + 1;
  const value = surplus ? wrongArguments(argv[0]!.text, usage).value : (argv[at] ?? Value.empty);
  if (trace !== undefined && code === ReturnCode.Error) interp.trace.replace(trace);
  if (errorCode !== undefined && code === ReturnCode.Error) interp.setGlobal("errorCode", errorCode);
  interp.returnLevel = level;
  if (level === 0 && code === ReturnCode.Ok) return value;
  if (code !== ReturnCode.Ok) interp.host.noteJump?.();
  if (level > 0) throw new Completion(ReturnCode.Return, value, code, level);
  throw code === ReturnCode.Error ? new TclError(value) : new Completion(code, value, code, 0);
}

/** What comes of a proc whose body is `return -code CODE -level LEVEL VALUE`. */
export function returned(interp: Interp, code: number, level: number, value: Value): Value {
  interp.returnLevel = Math.max(0, level - 1);
  if (level > 1) throw new Completion(ReturnCode.Return, value, code, level - 1);
  // With level 0 a `return` is left as if it had been one of level 1.
  const left = level === 0 && code === ReturnCode.Return ? code : undefined;
  if (code === ReturnCode.Ok) return value;
  throw code === ReturnCode.Error
    ? new TclError(value)
    : new Completion(code, value, left ?? ReturnCode.Ok, 0);
}

function levelOf(value: Value): number {
  const level = value.integer;
  if (level === undefined || level < 0n) throw badLevel(value.text);
  return Number(level);
}

function runError(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "message ?stacktrace?");
  if (argv.length === 3) interp.trace.replace(argv[2]!);
  else interp.trace.passCommand();
  throw new TclError(argv[1]!);
}

function runEval(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "arg ?arg ...?");
  try {
    return interp.eval(argv.length === 2 ? argv[1]! : concatenate(argv.slice(1)));
  } catch (thrown) {
    if (thrown instanceof TclError) interp.trace.passCommand();
    throw thrown;
  }
}

function runUplevel(interp: Interp, argv: Argv): Value {
  const usage = "?level? command ?arg ...?";
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, usage);
  const hasLevel = /^[#\d]/.test(argv[1]!.text);
  const frame = frameAt(interp, hasLevel ? argv[1]! : undefined);
  const words = argv.slice(hasLevel ? 2 : 1);
  if (words.length === 0) throw wrongArguments(argv[0]!.text, usage);
  return interp.evalIn(frame, words.length === 1 ? words[0]! : concatenate(words));
}

function runExpr(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "expression");
  return interp.expr(argv[1]!);
}

/** `expr` as it joins its words. */
export function defineExprOfWords(table: CommandTable): void {
  table.define("expr", runExprOfWords);
}

export function runExprOfWords(interp: Interp, argv: Argv): Value {
  if (argv.length === 1) throw wrongArguments("expr", "expression ?...?");
  return interp.expr(argv.length === 2 ? argv[1]! : concatenate(argv.slice(1)));
}

const substOptions = ["-nobackslashes", "-nocommands", "-novariables"];

function runSubst(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "?options? string");
  const given = argv.slice(1, -1).map((option) => optionOf(option, substOptions, { abbreviations: true }));
  if (argv.at(-1)!.unknown) return Value.unknown();
  return interp.subst(argv.at(-1)!, {
    backslashes: !given.includes("-nobackslashes"),
    commands: !given.includes("-nocommands"),
    variables: !given.includes("-novariables"),
  });
}

function runRename(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 2, 2, "oldName newName");
  const shown = argv.map(({ text }) => (text.startsWith("::") ? text : interp.qualify(text)));
  const [from, to] = [interp.qualify(argv[1]!.text), interp.qualify(argv[2]!.text)];
  const command = interp.commands.get(from) ?? interp.host.findCommand?.(from);
  if (argv[2]!.text === "") {
    if (command === undefined) throw new TclError(`can't delete "${shown[1]}": command doesn't exist`);
    interp.uncover(from, command.previous);
    return Value.empty;
  }
  if (command === undefined) throw new TclError(`can't rename "${shown[1]}": command doesn't exist`);
  if (interp.commands.has(to)) throw new TclError(`can't rename to "${shown[2]}": command already exists`);
  if (command.previous !== undefined) throw new TclError(`can't rename local command "${shown[1]}"`);
  interp.commands.delete(from);
  interp.commands.set(to, command);
  return Value.empty;
}

function runAlias(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, "newname command ?args ...?");
  const prefix = argv.slice(2);
  const name = argv[1]!.text;
  interp.add(name.replace(/^::+/, ""), {
    run: (i, call) => i.call([...prefix, ...call.slice(1)]),
    alias: prefix,
  });
  return argv[1]!;
}

/** What a command makes that returns its name lasts as long as the proc that runs. */
function runLocal(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "cmd ?args ...?");
  interp.localDepth++;
  let made: Value;
  try {
    made = interp.call(argv.slice(1));
  } finally {
    interp.localDepth--;
  }
  if (made.unknown) return made;
  if (interp.lookup(made.text) === undefined) throw new TclError(`invalid command name "${made.text}"`);
  interp.frame.locals.push(made.text);
  return made;
}

/** Calls the command that `local` covered with one of the same name. */
function runUpcall(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "cmd ?args ...?");
  const command = interp.lookup(argv[1]!.text);
  if (command?.procedure === undefined || command.previous === undefined) {
    throw new TclError(`no previous command: "${argv[1]!.text}"`);
  }
  command.upcalls = (command.upcalls ?? 0) + 1;
  try {
    return interp.call(argv.slice(1));
  } finally {
    command.upcalls--;
  }
}

function runApply(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "lambdaExpr ?arg ...?");
  const [parameters, body, namespace, ...more] = argv[1]!.elements;
  if (parameters === undefined || body === undefined || more.length > 0) {
    throw new TclError(`can't interpret "${argv[1]!.text}" as a lambda expression`);
  }
  const name = "apply lambdaExpr";
  const made = makeProcedure(name, parameters, body);
  const procedure =
    namespace === undefined ? made : { ...made, namespace: namespace.text.replace(/^:+/, "") };
  return interp.invoke({ run: () => Value.empty, procedure }, [new Value(name), ...argv.slice(2)]);
}

// The proc is over; what it calls last runs in its caller's place.
function runTailcall(interp: Interp, argv: Argv): Value {
  const { parent } = interp.frame;
  if (parent === undefined) throw new TclError("tailcall can only be called from a proc or lambda");
  if (argv.length < 2) return Value.empty;
  if (argv[1]!.unknown) return Value.unknown();
  const command = interp.lookup(argv[1]!.text);
  if (command === undefined) throw new TclError(`invalid command name "${argv[1]!.text}"`);
  parent.tailCall = () => interp.invoke(command, argv.slice(1));
  throw new Completion(ReturnCode.Eval);
}
