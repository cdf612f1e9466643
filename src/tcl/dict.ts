import { TclError } from "./completion.ts";
import { Value } from "./value.ts";

const dicts = new WeakMap<Value, ReadonlyMap<string, Value>>();

/** A value as a dict, in the order of its first appearances; undefined where it is a list of odd length. */
export function dictOf(value: Value): ReadonlyMap<string, Value> | undefined {
  let dict = dicts.get(value);
  if (dict === undefined) {
    const { elements } = value;
    if (elements.length % 2 !== 0) return undefined;
    dict = new Map(pairsOf(elements));
    dicts.set(value, dict);
  }
  value.shape = "dict";
  return dict;
}

/** As `dictOf`, with Jim's error. */
export function expectDict(value: Value): ReadonlyMap<string, Value> {
  const dict = dictOf(value);
  if (dict === undefined) throw new TclError("missing value to go with key");
  return dict;
}

function* pairsOf(elements: readonly Value[]): Iterable<[string, Value]> {
  for (let i = 0; i < elements.length; i += 2) yield [elements[i]!.text, elements[i + 1]!];
}

export function dictValue(dict: ReadonlyMap<string, Value>): Value {
  const value = Value.dict(dict);
  dicts.set(value, dict);
  return value;
}

/** A dict without a key: in Jim the last entry takes the place of the removed one. */
export function without(dict: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const entries = [...dict];
  const at = entries.findIndex(([name]) => name === key);
  const last = entries.pop();
  if (at === -1 || last === undefined) return dict;
  if (at < entries.length) entries[at] = last;
  return new Map(entries);
}
