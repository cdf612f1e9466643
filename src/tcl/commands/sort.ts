import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, holdElements, Size, work } from "../limits.ts";
import { upper } from "../match.ts";
import { Value } from "../value.ts";
import {
  type Argv,
  compareText,
  countOf,
  doubleOf,
  integerOf,
  optionOf,
  wrongArguments,
} from "./arguments.ts";
import { expectElementIn } from "./list.ts";

const options = [
  "-ascii",
  "-nocase",
  "-increasing",
  "-decreasing",
  "-command",
  "-integer",
  "-real",
  "-index",
  "-unique",
  "-stride",
  "-dictionary",
];

type Compare = (a: Value, b: Value) => number;

interface Order {
  compare: Compare;
  sign: number;
  indexes: Argv;
  unique: boolean;
  stride: number;
}

/** `lsort` */
export function defineSort(table: CommandTable): void {
  table.define("lsort", runLsort);
}

function runLsort(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "?options? list");
  const list = argv.at(-1)!;
  const order = orderOf(interp, argv);
  if (list.opaque) return list;
  const { elements } = list;
  holdElements(elements.length);
  if (elements.length % order.stride !== 0) {
    throw new TclError("list size must be a multiple of the stride length");
  }
  // Sorted by unknown values, all that is known is how many there are.
  if (list.unknown) return order.unique ? Value.unknown() : Value.list(elements.map(() => Value.unknown()));
  if (order.stride === 1) return Value.list(sorted(elements, order));
  const groups: Value[] = [];
  for (let at = 0; at < elements.length; at += order.stride) {
    hold(Size.Value + Size.Reference * order.stride);
    groups.push(Value.list(elements.slice(at, at + order.stride)));
  }
  holdElements(elements.length);
  return Value.list(sorted(groups, order).flatMap((group) => group.elements));
}

function orderOf(interp: Interp, argv: Argv): Order {
  const order: Order = { compare: byText, sign: 1, indexes: [], unique: false, stride: 1 };
  const last = argv.length - 1;
  const { strides, dictionaryOrder } = interp.jim;
  const known = options.filter(
    (option) => (option !== "-stride" || strides) && (option !== "-dictionary" || dictionaryOrder),
  );
  for (let at = 1; at < last; at++) {
    switch (optionOf(argv[at]!, known, { abbreviations: true })) {
      case "-ascii":
        order.compare = byText;
        break;
      case "-nocase":
        order.compare = (a, b) => compareText(upper(a.text), upper(b.text));
        break;
      case "-integer":
        order.compare = byInteger;
        break;
      case "-real":
        order.compare = byReal;
        break;
      case "-dictionary":
        order.compare = (a, b) => compareNaturally(a.text, b.text);
        break;
      case "-increasing":
        order.sign = 1;
        break;
      case "-decreasing":
        order.sign = -1;
        break;
      case "-unique":
        order.unique = true;
        break;
      case "-command":
        if (++at >= last) throw new TclError('"-command" option must be followed by comparison command');
        order.compare = byCommand(interp, argv[at]!);
        break;
      case "-stride":
        if (++at >= last) throw wrongArguments(argv[0]!.text, "?options? list");
        order.stride = countOf(argv[at]!);
        if (order.stride < 2) throw new TclError("stride length must be at least 2");
        break;
      case "-index":
        if (++at < last) order.indexes = argv[at]!.elements;
        if (at >= last || order.indexes.length === 0) {
          throw new TclError('"-index" option must be followed by list index');
        }
    }
  }
  return order;
}

const byText: Compare = (a, b) => {
  work(1 + Math.min(a.text.length, b.text.length) / 16);
  return compareText(a.text, b.text);
};

let collator: Intl.Collator | undefined;

/** Made when it is first used: that alone costs as much time as loading the rest of the interpreter. */
const naturalOrder = () => {
  collator ??= new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  return collator;
};

function compareNaturally(a: string, b: string): number {
  work(a.length + b.length);
  return naturalOrder().compare(a, b) || compareText(a, b);
}

// The difference may overflow, as it does in C.
const byInteger: Compare = (a, b) => {
  const left = integerOf(a);
  return Number(BigInt.asIntN(64, left - integerOf(b)));
};

const byReal: Compare = (a, b) => {
  const [left, right] = [doubleOf(a), doubleOf(b)];
  return left === right ? 0 : left > right ? 1 : -1;
};

function byCommand(interp: Interp, command: Value): Compare {
  return (a, b) => {
    const result = interp.call([...command.elements, a, b]);
    return result.unknown ? 0 : Number(integerOf(result));
  };
}

function sorted(values: Argv, order: Order): readonly Value[] {
  const compare: Compare = (a, b) => order.sign * order.compare(keyOf(a, order), keyOf(b, order));
  const result = mergeSort(values, compare);
  return order.unique ? lastOfEach(result, compare) : result;
}

function keyOf(value: Value, { indexes }: Order): Value {
  return indexes.length === 0 ? value : expectElementIn(value, indexes);
}

// The C library's own order of comparisons, which a comparing command can see.
function mergeSort(values: Argv, compare: Compare): readonly Value[] {
  if (values.length <= 1) return values;
  work(2 * values.length);
  const middle = values.length >> 1;
  const left = mergeSort(values.slice(0, middle), compare);
  const right = mergeSort(values.slice(middle), compare);
  const merged: Value[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    merged.push(compare(left[l]!, right[r]!) <= 0 ? left[l++]! : right[r++]!);
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

function lastOfEach(values: Argv, compare: Compare): readonly Value[] {
  const kept: Value[] = [];
  for (const value of values) {
    if (kept.length > 0 && compare(kept.at(-1)!, value) === 0) kept.pop();
    kept.push(value);
  }
  return kept;
}
