import { TclError } from "../completion.ts";
import { dictOf, dictValue, expectDict, withEntry } from "../dict.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, holdElements, Size, work } from "../limits.ts";
import { globMatch } from "../match.ts";
import { Value } from "../value.ts";
import type { Argv } from "./arguments.ts";
import { matching } from "./dict.ts";
import { ensemble, type Subcommand } from "./ensemble.ts";

/** `array`: in Jim an array is a variable that holds a dict. */
export function defineArray(table: CommandTable): void {
  table.define("array", (i, argv) => ensemble(i, subcommands, argv));
}

const subcommands: Record<string, Subcommand> = {
  exists: { usage: "arrayName", least: 1, most: 1, run: exists },
  get: { usage: "arrayName ?pattern?", least: 1, most: 2, run: get },
  names: { usage: "arrayName ?pattern?", least: 1, most: 2, run: names },
  set: { usage: "arrayName list", least: 2, most: 2, run: set },
  size: { usage: "arrayName", least: 1, most: 1, run: size },
  stat: { usage: "arrayName", least: 1, most: 1, run: stat },
  unset: { usage: "arrayName ?pattern?", least: 1, most: 2, run: unset },
};

/** What the variable of that name holds, where there is one. */
function held(interp: Interp, name: Value): Value | undefined {
  return interp.variables.exists(name.text) ? interp.variables.get(name.text) : undefined;
}

function exists(interp: Interp, [name]: Argv): Value {
  const value = held(interp, name!);
  if (value?.opaque) return Value.unknown();
  return Value.boolean(value !== undefined && dictOf(value) !== undefined);
}

function get(interp: Interp, [name, pattern]: Argv): Value {
  const value = held(interp, name!);
  if (value === undefined) return Value.empty;
  if (value.opaque) return value;
  const whole = pattern === undefined || pattern.text === "*";
  if (whole && value.shape === "list" && value.elements.length % 2 === 0) return value;
  const entries = matching(value, pattern?.text, 0);
  hold(entries.length * Size.Value);
  holdElements(2 * entries.length);
  return Value.list(entries.flatMap(([key, element]) => [new Value(key), element]));
}

function names(interp: Interp, [name, pattern]: Argv): Value {
  const value = held(interp, name!);
  if (value === undefined) return Value.empty;
  if (value.opaque) return value;
  return Value.strings(matching(value, pattern?.text, 0).map(([key]) => key));
}

function size(interp: Interp, [name]: Argv): Value {
  const value = held(interp, name!);
  if (value?.opaque) return value;
  return Value.integer(value === undefined ? 0 : (dictOf(value)?.size ?? 0));
}

function stat(interp: Interp, [name]: Argv): Value {
  const value = held(interp, name!);
  if (value === undefined) throw new TclError(`"${name!.text}" isn't an array`);
  expectDict(value);
  return Value.unknown();
}

function set(interp: Interp, [name, list]: Argv): Value {
  if (list!.opaque) return interp.variables.set(name!.text, Value.unknown());
  const added = list!.elements;
  if (added.length % 2 !== 0) throw new TclError("list must have an even number of elements");
  const value = held(interp, name!);
  if (value === undefined) {
    interp.variables.set(name!.text, list!);
    return Value.empty;
  }
  if (value.opaque) return Value.empty;
  expectDict(value);
  if (added.length === 0) return Value.empty;
  let merged = value;
  for (let i = 0; i < added.length; i += 2) merged = withEntry(merged, added[i]!.text, added[i + 1]!);
  interp.variables.set(name!.text, merged);
  return Value.empty;
}

function unset(interp: Interp, [name, pattern]: Argv): Value {
  if (pattern === undefined || pattern.text === "*") {
    interp.variables.unset(name!.text);
    return Value.empty;
  }
  const value = held(interp, name!);
  const dict = value === undefined || value.opaque ? undefined : dictOf(value);
  if (dict === undefined) return Value.empty;
  work(dict.size);
  const kept = [...dict].filter(([key]) => !globMatch(pattern.text, key));
  interp.variables.set(name!.text, dictValue(new Map(kept)));
  return Value.empty;
}
