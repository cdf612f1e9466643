import { hold, Size, work } from "./limits.ts";

/**
 * A map that changes without being copied. Each change gives a new version; all versions share one map, which holds what
 * the newest does, and an older one gets a map of its own when it is read again.
 */
export class VersionedMap<V> {
  /** Undefined where another version was made of this one, until it is asked. */
  #entries: Map<string, V> | undefined;
  /** What the change that made the next version put in the place of something. */
  #next: { version: VersionedMap<V>; key: string; before: V | undefined } | undefined;

  constructor(entries: Map<string, V>) {
    this.#entries = entries;
  }

  /** To be read at once: a later version changes what is in it. */
  get entries(): ReadonlyMap<string, V> {
    return this.#own();
  }

  /** The version with an entry set. */
  with(key: string, value: V): VersionedMap<V> {
    const entries = this.#own();
    const version = new VersionedMap(entries);
    this.#entries = undefined;
    this.#next = { version, key, before: entries.get(key) };
    hold(Size.Entry);
    entries.set(key, value);
    return version;
  }

  #own(): Map<string, V> {
    if (this.#entries !== undefined) return this.#entries;
    const changes: { key: string; before: V | undefined }[] = [];
    let newest: VersionedMap<V> = this;
    while (newest.#next !== undefined) {
      changes.push(newest.#next);
      newest = newest.#next.version;
    }
    const size = newest.#entries!.size + changes.length;
    hold(size * Size.Entry);
    work(size);
    const entries = new Map(newest.#entries);
    for (const { key, before } of changes.reverse()) {
      if (before === undefined) entries.delete(key);
      else entries.set(key, before);
    }
    this.#entries = entries;
    this.#next = undefined;
    return entries;
  }
}
