/**
 * A map that may have another one below it: it has that one's entries, and what is done to it is not done to that one. So
 * all interpreters share one table of what Jim Tcl brings, and what a script does to it can be forgotten.
 */
export class LayeredMap<V extends object> {
  readonly #below: LayeredMap<V> | undefined;
  /** Its own entries, and null for those of the map below that are gone. */
  readonly #own = new Map<string, V | null>();

  constructor(below?: LayeredMap<V>) {
    this.#below = below;
  }

  get(name: string): V | undefined {
    const own = this.#own.get(name);
    return own === undefined ? this.#below?.get(name) : (own ?? undefined);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, value: V): void {
    this.#own.set(name, value);
  }

  delete(name: string): void {
    if (this.#below?.has(name)) this.#own.set(name, null);
    else this.#own.delete(name);
  }

  /** All entries, in no order that means anything. */
  *[Symbol.iterator](): Generator<[string, V]> {
    for (const [name, value] of this.#own) if (value !== null) yield [name, value];
    for (const entry of this.#below ?? []) if (!this.#own.has(entry[0])) yield entry;
  }

  *keys(): Generator<string> {
    for (const [name] of this) yield name;
  }
}
