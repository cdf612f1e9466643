import type { Progress, Steps } from "./job.ts";

/** An `AbortSignal`, as far as it is looked at; spelled out, so that importing the library takes no types of a platform. */
export interface StopSignal {
  throwIfAborted(): void;
}

/** What watches work, and what ends it early. */
export interface WatchOptions {
  /** Ends the work with its reason as the error, at the latest after the dry run that is under way. */
  signal?: StopSignal;
  /** Called after each dry run. */
  onProgress?: (progress: Progress) => void;
}

/** Does work in one go. */
export function toEnd<T>(steps: Steps<T>, { signal, onProgress }: WatchOptions = {}): T {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
  }
}

/** Milliseconds that work may keep an event loop waiting, or as long as one dry run takes. */
const PORTION = 15;

/** Does work in portions, so that timers, signals and other tasks get their turn. */
export async function inPortions<T>(steps: Steps<T>, options: WatchOptions = {}): Promise<T> {
  const { signal, onProgress } = options;
  for (let begun = performance.now(); ; ) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    if (performance.now() - begun < PORTION) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
}
