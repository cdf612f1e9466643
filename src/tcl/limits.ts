import { Stop } from "./completion.ts";

/** How much a script may take before it is stopped. */
export interface Limits {
  /** Commands that may be called. */
  steps: number;
  /** Milliseconds that may pass. */
  milliseconds: number;
  /** Characters and list elements that may be made, and characters that may be read. */
  memory: number;
}

/** Generous: the largest of OpenOCD's own configs takes a hundredth of each. */
const defaultLimits: Limits = { steps: 500_000, milliseconds: 800, memory: 10_000_000 };

/** Counts what a script takes, and stops it. */
export class Meter {
  readonly #limits: Limits;
  /** How many commands may be called now. */
  #most: number;
  #steps = 0;
  #held = 0;
  #read = 0;
  #deadline: number;

  constructor(limits: Partial<Limits>) {
    this.#limits = { ...defaultLimits, ...limits };
    this.#most = this.#limits.steps;
    this.#deadline = performance.now() + this.#limits.milliseconds;
  }

  /** Starts over: another part of the work has a budget of its own, of at most so many commands. */
  restart(steps = this.#limits.steps): void {
    this.#most = Math.min(steps, this.#limits.steps);
    this.#steps = 0;
    this.#held = 0;
    this.#read = 0;
    this.#deadline = performance.now() + this.#limits.milliseconds;
  }

  /** Runs something that may take only so many commands of what is left. */
  portion(steps: number, run: () => void): void {
    const most = this.#most;
    this.#most = Math.min(most, this.#steps + steps);
    try {
      run();
    } finally {
      this.#most = most;
    }
  }

  step(): void {
    if (++this.#steps > this.#most) {
      throw new Stop("steps", `still running after ${this.#most} commands: an endless loop?`);
    }
    if ((this.#steps & 15) === 0 && performance.now() > this.#deadline) {
      throw new Stop("time", `still running after ${this.#limits.milliseconds} ms: an endless loop?`);
    }
  }

  /** Counts characters that were read as scripts; what is nested is read once for each level. */
  read(amount: number): void {
    this.#read += amount;
    if (this.#read > this.#limits.memory) throw new Stop("depth", "nested too deeply");
  }

  /** Counts elements of lists that the script made: one takes as much as some characters. */
  holdElements(count: number): void {
    this.hold(8 * count);
  }

  /** Counts characters that the script made. */
  hold(amount: number): void {
    this.#held += amount;
    if (this.#held > this.#limits.memory) {
      throw new Stop("memory", "makes more data than any config needs");
    }
  }
}
