import { Value } from "./value.ts";

const dicts = new WeakMap<Value, ReadonlyMap<string, Value>>();

/** A value as a dict, in the order of its first appearances; undefined where it is a list of odd length. */
export function dictOf(value: Value): ReadonlyMap<string, Value> | undefined {
  const known = dicts.get(value);
  if (known !== undefined) return known;
  const { elements } = value;
  if (elements.length % 2 !== 0) return undefined;
  const dict = new Map<string, Value>();
  for (let i = 0; i < elements.length; i += 2) {
    dict.set(elements[i]!.text, elements[i + 1]!);
  }
  dicts.set(value, dict);
  return dict;
}

export function dictValue(dict: ReadonlyMap<string, Value>): Value {
  const elements: Value[] = [];
  for (const [key, value] of dict) elements.push(new Value(key), value);
  const value = Value.list(elements);
  dicts.set(value, dict);
  return value;
}
