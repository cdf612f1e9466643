import { Completion, ReturnCode, TclError } from "../completion.ts";
import { dictValue, expectDict, withEntry, without } from "../dict.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, work } from "../limits.ts";
import { globMatch } from "../match.ts";
import { Value } from "../value.ts";
import {
  type Argv,
  anyUnknown,
  expectSubArguments,
  integerExpressionOf,
  integerOf,
  wrongArguments,
  wrongSubArguments,
} from "./arguments.ts";
import { subcommandOf, type Words } from "./ensemble.ts";
import { returned } from "./procedures.ts";

type Run = (interp: Interp, argv: Argv) => Value;

/** `dict` */
export function defineDict(table: CommandTable): void {
  table.define("dict", runDict);
}

const subcommands: Record<string, Run> = {
  create: runCreate,
  get: runGet,
  set: runSet,
  unset: runUnset,
  exists: runExists,
  keys: (_, argv) => runKeys(argv, 0),
  size: runSize,
  info: runInfo,
  merge: runMerge,
  with: runWith,
  append: runAppend,
  lappend: runLappend,
  incr: runIncr,
  remove: runRemove,
  values: (_, argv) => runKeys(argv, 1),
  for: runFor,
  replace: runReplace,
  update: runUpdate,
  getwithdefault: runGetWithDefault,
};

const words: Words = { usage: "subcommand ?arguments ...?", what: "subcommand" };

function runDict(interp: Interp, argv: Argv): Value {
  const { dictDefaults } = interp.jim;
  if (argv[1]?.text === "getdef" && dictDefaults) return runGetWithDefault(interp, argv);
  const names = Object.keys(subcommands).filter((name) => dictDefaults || name !== "getwithdefault");
  const name = subcommandOf(interp, argv, names, words);
  return name instanceof Value ? name : subcommands[name]!(interp, argv);
}

/** The value at a path of keys; the first key that is not there, where one is missing. */
function lookUp(dict: Value, keys: Argv): { value: Value } | { missing: Value } {
  let value = dict;
  for (const key of keys) {
    if (value.opaque || key.unknown) return { value: Value.unknown() };
    const next = expectDict(value).get(key.text);
    if (next === undefined) return { missing: key };
    value = next;
  }
  return { value };
}

function notKnown(key: Value): TclError {
  return new TclError(`key "${key.text}" not known in dictionary`);
}

function expectValue(dict: Value, keys: Argv): Value {
  const found = lookUp(dict, keys);
  if ("missing" in found) throw notKnown(found.missing);
  return found.value;
}

function runCreate(_: Interp, argv: Argv): Value {
  if (argv.length % 2 !== 0) throw wrongSubArguments(argv, "?key value ...?");
  const dict = new Map<string, Value>();
  for (let i = 2; i < argv.length; i += 2) {
    if (argv[i]!.unknown) return Value.unknown();
    dict.set(argv[i]!.text, argv[i + 1]!);
  }
  return dictValue(dict);
}

function runGet(_: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongSubArguments(argv, "dictionary ?key ...?");
  return expectValue(argv[2]!, argv.slice(3));
}

function runGetWithDefault(_: Interp, argv: Argv): Value {
  if (argv.length < 5) throw wrongSubArguments(argv, "dictionary ?key ...? key default");
  const found = lookUp(argv[2]!, argv.slice(3, -1));
  return "missing" in found ? argv.at(-1)! : found.value;
}

function runExists(_: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongSubArguments(argv, "dictionary key ?key ...?");
  if (argv[2]!.opaque || anyUnknown(argv.slice(3))) return Value.unknown();
  return Value.boolean(!("missing" in lookUp(argv[2]!, argv.slice(3))));
}

function runSize(_: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "dictionary");
  return argv[2]!.opaque ? Value.unknown() : Value.integer(expectDict(argv[2]!).size);
}

function runInfo(_: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "dictionary");
  expectDict(argv[2]!);
  return Value.unknown();
}

/** The entries of a dict whose key (0) or value (1) matches a pattern. */
export function matching(dict: Value, pattern: string | undefined, by: 0 | 1): [string, Value][] {
  const entries = [...expectDict(dict)];
  hold(entries.length * Size.Entry);
  work(entries.length);
  if (pattern === undefined) return entries;
  return entries.filter(([key, value]) => globMatch(pattern, by === 0 ? key : value.text));
}

function runKeys(argv: Argv, by: 0 | 1): Value {
  expectSubArguments(argv, 1, 2, "dictionary ?pattern?");
  const [, , dict, pattern] = argv as [Value, Value, Value, Value | undefined];
  if (dict.opaque || pattern?.unknown || (by === 1 && pattern !== undefined && dict.unknown)) {
    return Value.unknown();
  }
  const entries = matching(dict, pattern?.text, by);
  hold(entries.length * (by === 0 ? Size.Value : Size.Reference));
  return Value.list(entries.map(([key, value]) => (by === 0 ? new Value(key) : value)));
}

function runMerge(_: Interp, argv: Argv): Value {
  if (argv.length === 2) return Value.empty;
  if (argv.slice(2).some((value) => value.opaque)) return Value.unknown();
  const merged = new Map<string, Value>();
  for (const dict of argv.slice(2)) {
    const entries = expectDict(dict);
    hold(entries.size * Size.Entry);
    work(entries.size);
    for (const [key, value] of entries) merged.set(key, value);
  }
  return dictValue(merged);
}

/** A dict with the value at a path of keys set, or removed where `value` is undefined. */
function changed(interp: Interp, dict: Value, keys: Argv, value: Value | undefined): Value {
  if (dict.opaque) return dict;
  const [key, ...deeper] = keys as [Value, ...Value[]];
  if (key.unknown) return Value.unknown();
  if (deeper.length === 0) {
    return value === undefined ? without(dict, key.text, interp.jim) : withEntry(dict, key.text, value);
  }
  const inner = expectDict(dict).get(key.text);
  if (inner === undefined && value === undefined) throw notKnown(key);
  return withEntry(dict, key.text, changed(interp, inner ?? dictValue(new Map()), deeper, value));
}

/** Changes the dict in a variable; a variable that is not there becomes an empty one first. */
function change(interp: Interp, name: Value, keys: Argv, value: Value | undefined): Value {
  const { variables } = interp;
  const exists = variables.exists(name.text);
  const dict = exists ? variables.get(name.text) : variables.set(name.text, dictValue(new Map()));
  return variables.set(name.text, changed(interp, dict, keys, value));
}

function runSet(interp: Interp, argv: Argv): Value {
  if (argv.length < 5) throw wrongSubArguments(argv, "varName key ?key ...? value");
  return change(interp, argv[2]!, argv.slice(3, -1), argv.at(-1)!);
}

function runUnset(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongSubArguments(argv, "varName key ?key ...?");
  return change(interp, argv[2]!, argv.slice(3), undefined);
}

// These are procs in Jim, so their names are one word to its messages.
function procUsage(argv: Argv, usage: string): TclError {
  return wrongArguments(`dict ${argv[1]!.text}`, usage);
}

/** The value at a key of the dict in a variable, where there is one. */
function current(interp: Interp, name: Value, key: Value): Value | undefined {
  if (!interp.variables.exists(name.text)) return undefined;
  const dict = interp.variables.get(name.text);
  if (dict.opaque || key.unknown) return Value.unknown();
  return expectDict(dict).get(key.text);
}

function runAppend(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw procUsage(argv, "varName key ?value ...?");
  const old = current(interp, argv[2]!, argv[3]!);
  const parts = [...(old === undefined ? [] : [old]), ...argv.slice(4)];
  if (parts.length === 0) throw new TclError('can\'t read "str": no such variable');
  const text = argv.slice(4).map((part) => part.text);
  const appended = anyUnknown(parts) ? Value.unknown() : Value.appendedText(old, text.join(""));
  return change(interp, argv[2]!, [argv[3]!], appended);
}

function runLappend(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw procUsage(argv, "varName key ?value ...?");
  const old = current(interp, argv[2]!, argv[3]!);
  // With nothing to add Jim leaves the text as it is.
  const stays = old?.opaque || (old !== undefined && argv.length === 4);
  const list = stays ? old : Value.appendedList(old, argv.slice(4));
  return change(interp, argv[2]!, [argv[3]!], list);
}

function runIncr(interp: Interp, argv: Argv): Value {
  if (argv.length < 4 || argv.length > 5) throw procUsage(argv, "varName key ?increment?");
  const old = current(interp, argv[2]!, argv[3]!);
  const step = argv[4];
  if (old?.unknown || step?.unknown) return change(interp, argv[2]!, [argv[3]!], Value.unknown());
  const by = step === undefined ? 1n : integerExpressionOf(step);
  const sum = BigInt.asIntN(64, (old === undefined ? 0n : integerOf(old)) + by);
  return change(interp, argv[2]!, [argv[3]!], Value.integer(sum));
}

function runRemove(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw procUsage(argv, "dictionary ?key ...?");
  let dict = argv[2]!;
  for (const key of argv.slice(3)) dict = changed(interp, dict, [key], undefined);
  return returned(interp, ReturnCode.Ok, 1, dict);
}

function runReplace(interp: Interp, argv: Argv): Value {
  if (argv.length < 3 || argv.length % 2 === 0) {
    throw wrongArguments("dict replace", "dictionary ?key value ...?");
  }
  return runMerge(interp, [...argv.slice(0, 3), Value.list(argv.slice(3))]);
}

function runFor(interp: Interp, argv: Argv): Value {
  if (argv.length !== 5) throw procUsage(argv, "vars dictionary script");
  const [, , names, dict, script] = argv as [Value, Value, Value, Value, Value];
  if (names.elements.length !== 2) throw new TclError("must have exactly two variable names");
  if (!dict.opaque) expectDict(dict);
  return interp.call([new Value("foreach"), names, dict, script]);
}

function runWith(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongSubArguments(argv, "dictVar ?key ...? script");
  const { variables } = interp;
  const name = argv[2]!;
  const keys = argv.slice(3, -1);
  const script = argv.at(-1)!;
  const dict = expectValue(variables.get(name.text), keys);
  if (dict.opaque) return interp.eval(script);
  const entries = [...expectDict(dict)];
  hold(entries.length * Size.Entry);
  work(entries.length);
  for (const [key, value] of entries) variables.set(key, value);
  if (script.text === "") return Value.empty;
  let result = interp.eval(script);
  if (!variables.exists(name.text)) return result;
  for (const [key] of entries) {
    try {
      result = change(interp, name, [...keys, new Value(key)], variables.find(key));
    } catch (error) {
      // What cannot be written back is left.
      if (!(error instanceof TclError)) throw error;
      result = error.value;
    }
  }
  return result;
}

function runUpdate(interp: Interp, argv: Argv): Value {
  if (argv.length < 6 || argv.length % 2 !== 0) {
    throw wrongArguments("dict update", "varName ?arg ...? script");
  }
  const { variables } = interp;
  const name = argv[2]!;
  const pairs: [Value, Value][] = [];
  for (let i = 3; i + 1 < argv.length; i += 2) pairs.push([argv[i]!, argv[i + 1]!]);
  const dict = variables.get(name.text);
  if (dict.opaque) {
    for (const [, local] of pairs) variables.set(local.text, Value.unknown());
    return interp.eval(argv.at(-1)!);
  }
  for (const [key, local] of pairs) {
    const value = expectDict(dict).get(key.text);
    if (value !== undefined) variables.set(local.text, value);
  }
  const writeBack = () => {
    if (!variables.exists(name.text)) return;
    for (const [key, local] of pairs) {
      change(interp, name, [key], variables.exists(local.text) ? variables.get(local.text) : undefined);
    }
  };
  let code: number = ReturnCode.Ok;
  let result: Value;
  try {
    result = interp.eval(argv.at(-1)!);
  } catch (thrown) {
    if (!(thrown instanceof Completion) || thrown.code > ReturnCode.Continue) throw thrown;
    code = thrown.code === ReturnCode.Return ? thrown.becomes : thrown.code;
    result = thrown.value;
  }
  const { returnLevel } = interp;
  writeBack();
  return returned(interp, code, returnLevel, result);
}
