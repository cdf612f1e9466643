/** A lock that two keys open, one written after the other. A wrong one closes it until the next reset. */
export class KeyLock {
  readonly #keys: readonly [number, number];
  #state: "locked" | "one key" | "open" | "blocked" = "locked";

  constructor(keys: readonly [number, number]) {
    this.#keys = keys;
  }

  get isLocked(): boolean {
    return this.#state !== "open";
  }

  key(value: number): void {
    const [first, second] = this.#keys;
    if (this.#state === "locked") this.#state = value === first ? "one key" : "blocked";
    else if (this.#state === "one key") this.#state = value === second ? "open" : "blocked";
  }

  lock(): void {
    if (this.#state === "open") this.#state = "locked";
  }

  reset(): void {
    this.#state = "locked";
  }
}
