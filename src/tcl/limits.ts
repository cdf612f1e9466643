import { Stop } from "./stop.ts";

/** A point in time that all work on one config shares: its runs, the look through its handlers, its fixes. */
export class Deadline {
  readonly milliseconds: number;
  readonly #begunAt = performance.now();
  readonly #usedBefore = processorTime();
  #at: number;

  constructor(milliseconds = 800) {
    this.milliseconds = milliseconds;
    this.#at = this.#begunAt + milliseconds;
  }

  /** Time in which other processes had the processor does not count, up to a limit: a busy machine is no endless loop. */
  get hasPassed(): boolean {
    const now = performance.now();
    if (now <= this.#at) return false;
    const left = this.milliseconds - (processorTime() - this.#usedBefore);
    if (left <= 0 || now - this.#begunAt > this.milliseconds * MOST_WAITING) return true;
    this.#at = now + left;
    return false;
  }
}

/** How many times as long as it should a run may take on a busy machine. */
const MOST_WAITING = 8;

/** Processor time of this process in milliseconds. Where the platform cannot report it: wall time. */
function processorTime(): number {
  if (typeof process === "undefined" || process.cpuUsage === undefined) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How much a script may take before it is stopped. */
export interface Limits {
  /** Commands that may be called; a command that goes through much data counts for several. */
  steps: number;
  /** Bytes, roughly, of what may be made. */
  memory: number;
  /** Characters that may be read as scripts. */
  read: number;
  deadline: Deadline;
}

/** Generous: the largest of OpenOCD's own configs takes a hundredth of each. */
const MOST: Omit<Limits, "deadline"> = { steps: 500_000, memory: 48_000_000, read: 10_000_000 };

/** Characters or elements that take about as long as a command. */
const WORK_PER_STEP = 256;
/** How much work may be done between two looks at the clock. */
const WORK_PER_LOOK = 32 * WORK_PER_STEP;

/** What things take in memory, in bytes, roughly. */
export const Size = {
  /** A value that is made, besides its text. */
  Value: 200,
  /** A value that is only held in one more place. */
  Reference: 8,
  /** An entry of a dict, a variable: its name, and its place in a table. */
  Entry: 120,
  /** A piece of a script that was made ready to run, or of an expression. */
  Part: 300,
} as const;

/** Counts what a script takes, and stops it. */
export class Meter {
  readonly #limits: Limits;
  /** How many commands may be called now. */
  #most: number;
  #steps = 0;
  #work = 0;
  #held = 0;
  #read = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.#limits = { ...MOST, deadline: limits.deadline ?? new Deadline(), ...limits };
    this.#most = this.#limits.steps;
  }

  /** How many commands were called, or what takes as long as so many. */
  get steps(): number {
    return this.#steps + Math.floor(this.#work / WORK_PER_STEP);
  }

  /** Bytes, roughly, of what was made. */
  get held(): number {
    return this.#held;
  }

  /** Starts over: another part of the work has a budget of its own, of at most so many commands, but no more time. */
  restart(steps = this.#limits.steps): void {
    this.#most = Math.min(steps, this.#limits.steps);
    this.#steps = 0;
    this.#work = 0;
    this.#held = 0;
    this.#read = 0;
  }

  /** Runs something that may take only so many commands of what is left. */
  portion(steps: number, run: () => void): void {
    const most = this.#most;
    this.#most = Math.min(most, this.#steps + steps);
    const outer = useMeter(this);
    try {
      run();
    } finally {
      useMeter(outer);
      this.#most = most;
    }
  }

  step(): void {
    this.#steps++;
    if (this.#steps > this.#most) this.#checkSteps();
    if ((this.#steps & 15) === 0) this.#checkTime();
  }

  /** Counts characters or elements that a command goes through. */
  work(amount: number): void {
    this.#work += amount;
    if (this.#work < WORK_PER_LOOK) return;
    this.#steps += Math.floor(this.#work / WORK_PER_STEP);
    this.#work %= WORK_PER_STEP;
    this.#checkSteps();
    this.#checkTime();
  }

  /** Counts characters that were read as scripts; what is nested is read once for each level. */
  read(amount: number): void {
    this.#read += amount;
    if (this.#read > this.#limits.read)
      throw new Stop("depth", "it is longer than any config, or nested too deeply");
  }

  /** Counts bytes of what the script made. */
  hold(bytes: number): void {
    this.#held += bytes;
    if (this.#held > this.#limits.memory) throw tooMuch();
  }

  #checkSteps(): void {
    if (this.#steps <= this.#most) return;
    throw new Stop("steps", `still running after ${this.#most} commands: an endless loop?`);
  }

  #checkTime(): void {
    const { deadline } = this.#limits;
    if (!deadline.hasPassed) return;
    throw new Stop("time", `still running after ${deadline.milliseconds} ms: an endless loop?`);
  }
}

/** What is said of a script that makes too much. */
export function tooMuch(): Stop {
  return new Stop("memory", "makes more data than any config needs");
}

// Values are read in many places that know of no interpreter, so what they cost goes to the meter of the run at hand.
let meter: Meter | undefined;

/** Makes a meter the one that all work counts for, and returns the one that was. */
export function useMeter(next: Meter | undefined): Meter | undefined {
  const previous = meter;
  meter = next;
  return previous;
}

/** Counts a command, or what takes as long, for the run at hand. */
export function step(): void {
  meter?.step();
}

/** Counts characters or elements that are gone through, for the run at hand. */
export function work(amount: number): void {
  meter?.work(amount);
}

/** Counts bytes of what is made, for the run at hand. */
export function hold(bytes: number): void {
  meter?.hold(bytes);
}

/** Counts a list of values that are held elsewhere, too. */
export function holdElements(count: number): void {
  meter?.hold(Size.Reference * count + Size.Value);
  meter?.work(count);
}
