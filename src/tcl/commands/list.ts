import { TclError } from "../completion.ts";
import { concatenate } from "../concat.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, holdElements, Size, work } from "../limits.ts";
import { Value } from "../value.ts";
import {
  type Argv,
  absoluteIndex,
  anyUnknown,
  expectArguments,
  indexOf,
  integerExpressionOf,
  rangeOf,
  wrongArguments,
} from "./arguments.ts";

/** What a piece of a text takes that `split` cuts off, in bytes. */
const PIECE = 40;

/** `list`, `llength`, `lindex`, `lrange`, `linsert`, `lreplace`, `lset`, `lassign`, `concat`, `join`, `split`, … */
export function defineLists(table: CommandTable): void {
  table.define("list", runList);
  table.define("llength", runLlength);
  table.define("lindex", runLindex);
  table.define("lrange", runLrange);
  table.define("linsert", runLinsert);
  table.define("lreplace", runLreplace);
  table.define("lset", runLset);
  table.define("lassign", runLassign);
  table.define("lreverse", runLreverse);
  table.define("lrepeat", runLrepeat);
  table.define("range", runRange, { pure: true });
  table.define("concat", (_, argv) => concatenate(argv.slice(1)));
  table.define("join", runJoin);
  table.define("split", runSplit, { pure: true });
}

function runList(_: Interp, argv: Argv): Value {
  holdElements(argv.length);
  return Value.list(argv.slice(1));
}

function runLlength(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "list");
  return argv[1]!.opaque ? Value.unknown() : Value.integer(argv[1]!.elements.length);
}

function elementAt(list: Value, index: number): Value | undefined {
  const { elements } = list;
  return elements[absoluteIndex(index, elements.length)];
}

/** The element that indexes lead to, one level of lists after the other; undefined where there is none. */
function elementIn(list: Value, indexes: readonly number[]): Value | undefined {
  let value: Value | undefined = list;
  for (const index of indexes) {
    if (value === undefined || value.opaque) return value;
    value = elementAt(value, index);
  }
  return value;
}

/** As `elementIn`, with Jim's error where there is no such element. */
export function expectElementIn(list: Value, indexes: Argv): Value {
  const places = indexes.map(indexOf);
  let value = list;
  places.forEach((place, at) => {
    const next = elementAt(value, place);
    if (next === undefined) {
      const text = indexes[at]!.text;
      const beyond = place < 0 || place > value.elements.length;
      throw new TclError(
        beyond ? `index "${text}" out of range` : `element ${text} missing from sublist "${value.text}"`,
      );
    }
    value = next;
  });
  return value;
}

function runLindex(_: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "list ?index ...?");
  const indexes = argv.slice(2);
  if (anyUnknown(indexes)) return Value.unknown();
  return elementIn(argv[1]!, indexes.map(indexOf)) ?? Value.empty;
}

function runLrange(_: Interp, argv: Argv): Value {
  expectArguments(argv, 3, 3, "list first last");
  const [, list, first, last] = argv as [Value, Value, Value, Value];
  if (list.opaque || first.unknown || last.unknown) return Value.unknown();
  indexOf(first);
  indexOf(last);
  const { elements } = list;
  const { from, count } = rangeOf(first, last, elements.length);
  holdElements(count);
  return Value.list(count === 0 ? [] : elements.slice(from, from + count));
}

function runLinsert(_: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, "list index ?element ...?");
  const [, list, place] = argv as [Value, Value, Value];
  if (list.opaque || place.unknown) return Value.unknown();
  const index = indexOf(place);
  const { elements } = list;
  holdElements(elements.length);
  const at = index >= 0 ? Math.min(index, elements.length) : Math.max(elements.length + index + 1, 0);
  return Value.list([...elements.slice(0, at), ...argv.slice(3), ...elements.slice(at)]);
}

function runLreplace(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongArguments(argv[0]!.text, "list first last ?element ...?");
  const [, list, first, last] = argv as [Value, Value, Value, Value];
  if (list.opaque || first.unknown || last.unknown) return Value.unknown();
  indexOf(first);
  indexOf(last);
  const { elements } = list;
  holdElements(elements.length);
  const { from, count } = rangeOf(first, last, elements.length);
  if (!interp.jim.replacesAfterEnd && elements.length > 0 && from >= elements.length) {
    throw new TclError(`list doesn't contain element ${first.text}`);
  }
  const at = Math.max(0, Math.min(from, elements.length));
  return Value.list([...elements.slice(0, at), ...argv.slice(4), ...elements.slice(at + count)]);
}

function runLset(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, "listVar ?index ...? value");
  const name = argv[1]!.text;
  const value = argv.at(-1)!;
  const indexes = argv.slice(2, -1);
  if (indexes.length === 0) return interp.variables.set(name, value);
  const list = interp.variables.get(name);
  if (list.opaque || anyUnknown(indexes)) return interp.variables.set(name, Value.unknown());
  return interp.variables.set(name, replaced(list, indexes, value));
}

function replaced(list: Value, [place, ...deeper]: Argv, value: Value): Value {
  const index = indexOf(place!);
  holdElements(list.elements.length);
  const elements = [...list.elements];
  const at = absoluteIndex(index, elements.length);
  const old = elements[at];
  if (old === undefined) {
    throw new TclError(deeper.length > 0 ? `index "${place!.text}" out of range` : "list index out of range");
  }
  elements[at] = deeper.length === 0 ? value : old.opaque ? old : replaced(old, deeper, value);
  return Value.list(elements);
}

function runLassign(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "varList list ?varName ...?");
  const list = argv[1]!;
  const names = argv.slice(2);
  if (list.opaque) {
    for (const name of names) interp.variables.set(name.text, Value.unknown());
    return list;
  }
  const { elements } = list;
  names.forEach((name, index) => {
    interp.variables.set(name.text, elements[index] ?? Value.empty);
  });
  holdElements(Math.max(0, elements.length - names.length));
  return Value.list(elements.slice(names.length));
}

function runLreverse(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "list");
  if (argv[1]!.opaque) return argv[1]!;
  holdElements(argv[1]!.elements.length);
  return Value.list([...argv[1]!.elements].reverse());
}

function runLrepeat(_: Interp, argv: Argv): Value {
  if (argv[1]?.unknown) return Value.unknown();
  const count = repetitions(argv);
  if (count === undefined) throw wrongArguments(argv[0]!.text, "count ?value ...?");
  const values = argv.slice(2);
  if (count === 0 || values.length === 0) return Value.empty;
  holdElements(2 * count * values.length);
  const repeated: Value[] = [];
  for (let i = 0; i < count; i++) for (const value of values) repeated.push(value);
  return Value.list(repeated, anyUnknown(values));
}

function repetitions(argv: Argv): number | undefined {
  if (argv.length < 2) return undefined;
  try {
    const count = Number(integerExpressionOf(argv[1]!));
    return count < 0 ? undefined : count;
  } catch (error) {
    if (error instanceof TclError) return undefined;
    throw error;
  }
}

function runRange(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 3, "?start? end ?step?");
  const bounds = argv.slice(1).map(integerExpressionOf);
  const [start, end] = bounds.length === 1 ? [0n, bounds[0]!] : [bounds[0]!, bounds[1]!];
  const step = bounds[2] ?? 1n;
  if (step === 0n || (step > 0n && start > end) || (step < 0n && end > start)) {
    throw new TclError("Invalid (infinite?) range specified");
  }
  const size = end > start ? end - start : start - end;
  const count = size === 0n ? 0 : 1 + Number((size - 1n) / (step < 0n ? -step : step));
  hold(count * Size.Value);
  holdElements(count);
  return Value.list(Array.from({ length: count }, (_, i) => Value.integer(start + BigInt(i) * step)));
}

function runJoin(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "list ?joinString?");
  const [, list, between] = argv as [Value, Value, Value | undefined];
  if (list.unknown || between?.unknown) return Value.unknown();
  holdElements(list.elements.length);
  const texts = list.elements.map((element) => element.text);
  const glue = between?.text ?? " ";
  const length = texts.reduce((sum, text) => sum + text.length + glue.length, 0);
  hold(length);
  work(length);
  return new Value(texts.join(glue));
}

function runSplit(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "string ?splitChars?");
  const { text } = argv[1]!;
  if (text === "") return Value.empty;
  const given = argv[2]?.text ?? " \n\t\r";
  work(text.length + given.length);
  if (given === "") {
    holdElements(text.length);
    return Value.strings([...text]);
  }
  const separators = new Set(given);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (!separators.has(text[at]!)) continue;
    hold(PIECE);
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  parts.push(text.slice(start));
  return Value.strings(parts);
}
