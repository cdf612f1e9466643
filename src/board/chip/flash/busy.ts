/** How long an operation is seen to take: so many reads of the status. */
export class Busy {
  readonly #reads: number;
  #left = 0;

  constructor(reads: number) {
    this.#reads = reads;
  }

  begin(): void {
    this.#left = this.#reads;
  }

  /** Waited for, as the bus does when the next operation comes. */
  end(): void {
    this.#left = 0;
  }

  /** Whether a read of the status sees it. */
  take(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }
}
