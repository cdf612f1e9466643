import { TclError } from "../completion.ts";
import type { Interp } from "../interp.ts";
import { Value } from "../value.ts";
import { expectArguments, integerOf, wrongArguments } from "./arguments.ts";
import { frameAt } from "./procedures.ts";

type Argv = readonly Value[];

/** `set`, `unset`, `incr`, `append`, `lappend`, `global`, `upvar`, `variable`. */
export function defineVariables(interp: Interp): void {
  interp.define("set", runSet);
  interp.define("unset", runUnset);
  interp.define("incr", runIncr);
  interp.define("append", runAppend);
  interp.define("lappend", runLappend);
  interp.define("global", runGlobal);
  interp.define("upvar", runUpvar);
  interp.define("variable", runVariable);
}

function runSet(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "varName ?newValue?");
  const name = argv[1]!.text;
  return argv.length === 2 ? interp.variables.get(name) : interp.variables.set(name, argv[2]!);
}

function runUnset(interp: Interp, argv: Argv): Value {
  let at = 1;
  let complains = true;
  for (; at < argv.length && argv[at]!.text.startsWith("-"); at++) {
    if (argv[at]!.text === "-nocomplain") complains = false;
    else if (argv[at]!.text === "--") {
      at++;
      break;
    } else break;
  }
  for (const name of argv.slice(at)) {
    if (!interp.variables.unset(name.text) && complains) {
      throw new TclError(`can't unset "${name.text}": no such variable`);
    }
  }
  return Value.empty;
}

function runIncr(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "varName ?increment?");
  const name = argv[1]!.text;
  const step = argv[2];
  const before = interp.variables.exists(name) ? interp.variables.get(name) : Value.integer(0);
  if (before.unknown || step?.unknown) return interp.variables.set(name, Value.unknown());
  const sum = integerOf(before) + (step === undefined ? 1n : integerOf(step));
  return interp.variables.set(name, Value.integer(BigInt.asIntN(64, sum)));
}

function runAppend(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varName ?value ...?");
  const name = argv[1]!.text;
  const before = interp.variables.exists(name) ? [interp.variables.get(name)] : [];
  const parts = [...before, ...argv.slice(2)];
  if (parts.some((part) => part.unknown)) return interp.variables.set(name, Value.unknown());
  const text = parts.map((part) => part.text).join("");
  interp.meter.hold(text.length);
  return interp.variables.set(name, new Value(text));
}

function runLappend(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varName ?value value ...?");
  const name = argv[1]!.text;
  const before = interp.variables.exists(name) ? interp.variables.get(name) : Value.list([]);
  if (before.opaque) return before;
  interp.meter.hold(before.elements.length);
  return interp.variables.set(name, Value.list([...before.elements, ...argv.slice(2)]));
}

function runGlobal(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varName ?varName ...?");
  if (interp.frame.level === 0) return Value.empty;
  for (const name of argv.slice(1)) interp.variables.link(name.text.replace(/^::/, ""), interp.global, name.text);
  return Value.empty;
}

function runUpvar(interp: Interp, argv: Argv): Value {
  const usage = "?level? otherVar localVar ?otherVar localVar ...?";
  const hasLevel = argv.length % 2 === 0;
  const level = hasLevel ? (argv[1]?.text ?? "") : "1";
  const frame = frameAt(interp, level);
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, usage);
  if (frame === undefined) throw new TclError(`bad level "${level}"`);
  for (let i = hasLevel ? 2 : 1; i + 1 < argv.length; i += 2) {
    const [other, local] = [argv[i]!.text, argv[i + 1]!.text];
    if (frame === interp.frame && other === local) throw new TclError(`can't upvar from variable to itself`);
    interp.variables.link(local, frame, other);
  }
  return Value.empty;
}

function runVariable(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "?name value...? name ?value?");
  for (let i = 1; i < argv.length; i += 2) {
    const name = argv[i]!.text;
    if (interp.frame.level > 0) interp.variables.link(name.replace(/^.*::/, ""), interp.global, name);
    const value = argv[i + 1];
    if (value !== undefined) interp.variables.set(name, value);
  }
  return Value.empty;
}
