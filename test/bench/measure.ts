/** Two ways to do something, measured in turn so that what else the machine does falls on both. */
export interface Pair {
  what: string;
  ours: () => number;
  theirs: () => number;
  /** What theirs is, in a word or two. */
  against: string;
  /** `cost`: ours may take so many times theirs at most. `speed`: theirs must take so many times ours at least. */
  target: { cost: number } | { speed: number };
  /** What the measured numbers are. */
  unit: "ms" | "MB";
}

export interface Result extends Pair {
  /** Medians. */
  our: number;
  their: number;
}

/** How often each side of a pair runs. */
export const rounds: number = Math.max(1, Number(process.env.RUNS ?? 15));

export function measure(pair: Pair): Result {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    ours.push(pair.ours());
    theirs.push(pair.theirs());
  }
  return { ...pair, our: median(ours), their: median(theirs) };
}

/** How long something takes, in milliseconds. */
export function milliseconds(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

/** Runs something until the compiler has had its time with it. */
export function warmUp(run: () => void, forMilliseconds = 2000): void {
  for (const end = performance.now() + forMilliseconds; performance.now() < end; ) run();
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
