import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { Value } from "../value.ts";
import {
  type Argv,
  anyUnknown,
  expectArguments,
  integerExpressionOf,
  integerOf,
  wrongArguments,
} from "./arguments.ts";
import { frameAt } from "./level.ts";

/** `set`, `unset`, `incr`, `append`, `lappend`, `global`, `upvar`. */
export function defineVariables(table: CommandTable): void {
  table.define("set", runSet);
  table.define("unset", runUnset);
  table.define("incr", runIncr);
  table.define("append", runAppend);
  table.define("lappend", runLappend);
  table.define("global", runGlobal);
  table.define("upvar", runUpvar);
}

function runSet(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "varName ?newValue?");
  const [, name, value] = argv as [Value, Value, Value | undefined];
  // Which variable that is is not known.
  if (name.unknown) return value ?? Value.unknown();
  return value === undefined ? interp.variables.get(name.text) : interp.variables.set(name.text, value);
}

function runUnset(interp: Interp, argv: Argv): Value {
  let at = 1;
  let complains = true;
  let left = "";
  for (; at < argv.length; at++) {
    if (argv[at]!.text !== "-nocomplain") break;
    complains = false;
  }
  if (argv[at]?.text === "--") at++;
  for (const name of argv.slice(at)) {
    const failure = interp.variables.unset(name.text);
    if (failure === undefined) continue;
    if (complains) throw new TclError(failure.message);
    if (failure.always) left = failure.message;
  }
  return left === "" ? Value.empty : new Value(left);
}

function runIncr(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "varName ?increment?");
  const name = argv[1]!;
  const step = argv[2];
  if (name.unknown) return Value.unknown();
  const count = interp.jim.countsByExpressions ? integerExpressionOf : integerOf;
  const by = step === undefined ? 1n : step.unknown ? undefined : count(step);
  const before = interp.variables.find(name.text) ?? Value.integer(0);
  if (before.unknown || by === undefined) return interp.variables.set(name.text, Value.unknown());
  return interp.variables.set(name.text, Value.integer(BigInt.asIntN(64, integerOf(before) + by)));
}

function runAppend(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varName ?value ...?");
  const name = argv[1]!;
  if (name.unknown) return Value.unknown();
  if (argv.length === 2) return interp.variables.get(name.text);
  const before = interp.variables.find(name.text);
  const parts = before === undefined ? argv.slice(2) : [before, ...argv.slice(2)];
  if (anyUnknown(parts)) return interp.variables.set(name.text, Value.unknown());
  const added = argv.slice(2).map((part) => part.text);
  return interp.variables.set(name.text, Value.appendedText(before, added.join("")));
}

function runLappend(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varName ?value value ...?");
  const name = argv[1]!;
  if (name.unknown) return Value.unknown();
  const before = interp.variables.find(name.text);
  if (before?.opaque) return before;
  // With nothing to add Jim leaves the text as it is.
  if (before !== undefined && argv.length === 2) return interp.variables.set(name.text, before);
  return interp.variables.set(name.text, Value.appendedList(before, argv.slice(2)));
}

function runGlobal(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varName ?varName ...?");
  if (interp.frame.level === 0) return Value.empty;
  for (const { text: name } of argv.slice(1)) {
    if (!name.startsWith("::")) interp.variables.link(name, interp.global, name);
  }
  return Value.empty;
}

function runUpvar(interp: Interp, argv: Argv): Value {
  const hasLevel = argv.length > 3 && argv.length % 2 === 0;
  const frame = frameAt(interp, hasLevel ? argv[1]! : undefined);
  const words = argv.slice(hasLevel ? 2 : 1);
  if (words.length < 2) {
    throw wrongArguments(argv[0]!.text, "?level? otherVar localVar ?otherVar localVar ...?");
  }
  for (let i = 0; i + 1 < words.length; i += 2)
    interp.variables.link(words[i + 1]!.text, frame, words[i]!.text);
  return Value.empty;
}
