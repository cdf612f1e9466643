import { TclError } from "./completion.ts";
import type { JimFeatures } from "./jim.ts";
import { hold, Size, work } from "./limits.ts";
import { Value } from "./value.ts";
import { VersionedMap } from "./versioned-map.ts";

function versionOf(value: Value): VersionedMap<Value> | undefined {
  if (value.dict === undefined) {
    const { elements } = value;
    if (elements.length % 2 !== 0) return undefined;
    hold((elements.length / 2) * Size.Entry);
    work(elements.length);
    value.dict = new VersionedMap(new Map(pairsOf(elements)));
  }
  value.shape = "dict";
  return value.dict;
}

function* pairsOf(elements: readonly Value[]): Iterable<[string, Value]> {
  for (let i = 0; i < elements.length; i += 2) yield [elements[i]!.text, elements[i + 1]!];
}

/**
 * A value as a dict, in the order of its first appearances; undefined where it is a list of odd length. To be read at
 * once: setting an entry changes what is in it.
 */
export function dictOf(value: Value): ReadonlyMap<string, Value> | undefined {
  return versionOf(value)?.entries;
}

/** As `dictOf`, with Jim's error. */
export function expectDict(value: Value): ReadonlyMap<string, Value> {
  return expectVersion(value).entries;
}

function expectVersion(value: Value): VersionedMap<Value> {
  const dict = versionOf(value);
  if (dict === undefined) throw new TclError("missing value to go with key");
  return dict;
}

export function dictValue(dict: Map<string, Value>): Value {
  hold(dict.size * Size.Entry);
  work(dict.size);
  return Value.dict(new VersionedMap(dict));
}

/** A dict with an entry set. The one that it was made from costs a copy when it is read again. */
export function withEntry(dict: Value, key: string, value: Value): Value {
  const changed = expectVersion(dict).with(key, value);
  // Whether a dict of unknown values still has one can only be found by looking at all of them.
  if (dict.unknown && !value.unknown) work(changed.entries.size);
  return Value.dict(changed, value.unknown || (dict.unknown ? undefined : false));
}

/** A dict without a key. In newer Jims the last entry takes the place of the removed one. */
export function without(dict: Value, key: string, { movesLastEntry }: JimFeatures): Value {
  const entries = [...expectDict(dict)];
  hold(2 * entries.length * Size.Entry);
  work(entries.length);
  const at = entries.findIndex(([name]) => name === key);
  if (at !== -1 && !movesLastEntry) entries.splice(at, 1);
  else if (at !== -1) {
    const last = entries.pop()!;
    if (at < entries.length) entries[at] = last;
  }
  return dictValue(new Map(entries));
}
