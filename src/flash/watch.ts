import type { Progress, StepResult } from "./options.ts";
import { type Mark, markIn, type StepName } from "./steps.ts";

/** What a run's output has shown. */
export interface Watched {
  /** As the banner says it. */
  openocd?: string;
  /** The steps that are over. */
  steps: StepResult[];
  /** The last step that began; undefined where OpenOCD did not get past the configuration. */
  step?: StepName;
  /** Whether all steps are over. */
  isDone: boolean;
  /** Whether steps were left out, repeated or out of order; then nothing that was printed counts. */
  isDisordered: boolean;
  /** Bytes that OpenOCD says it wrote, padding included. */
  written?: number;
  /** Bytes that it says it verified. */
  verified?: number;
  /** An address of the firmware where there is no flash. */
  outside?: number;
  /** The first error said while it erased and wrote. */
  error?: string;
}

/** Follows a run by its output, line by line. */
export interface Watch {
  line(text: string): void;
  /** What the output has shown so far. */
  seen: Watched;
}

/** What is known before a run. */
export interface Expected {
  /** The bytes that the steps have to do with. */
  sizes: Partial<Record<StepName, number>>;
  /** All steps, in order. */
  steps: readonly StepName[];
  /** The word in the run's marks. */
  nonce: string;
}

/** Starts to follow a run; `now` is the time in milliseconds. */
export function watch(
  { sizes, steps, nonce }: Expected,
  onProgress: (progress: Progress) => void = () => {},
  now: () => number = () => performance.now(),
): Watch {
  const seen: Watched = { steps: [], isDone: false, isDisordered: false };
  const coming: Mark[] = [...steps, "done"];
  let since = now();

  const about = (step: StepName) => {
    const bytes = sizes[step];
    return { step, ...(bytes !== undefined && { bytes }) };
  };
  const finish = () => {
    if (seen.step === undefined || seen.isDone) return;
    const result = { ...about(seen.step), seconds: (now() - since) / 1000 };
    seen.steps.push(result);
    onProgress({ kind: "end", ...result });
  };
  const line = (text: string) => {
    const mark = markIn(text, nonce);
    if (mark === undefined) {
      note(seen, text);
      return;
    }
    if (mark !== coming.shift()) seen.isDisordered = true;
    if (seen.isDisordered) return;
    if (mark === "done") {
      finish();
      seen.isDone = true;
    } else {
      finish();
      since = now();
      seen.step = mark;
      onProgress({ kind: "begin", ...about(mark) });
    }
  };
  return { line, seen };
}

const BANNER = /Open On-Chip Debugger v?(\d\S*)/;
/** OpenOCD's messages after it has written or verified an image (src/flash/nor/tcl.c, src/target/target.c). */
const WROTE = /^wrote (\d+) bytes from file /;
const VERIFIED = /^verified (\d+) bytes in /;
/** OpenOCD only warns of the first one while it writes, and skips the section (src/flash/nor/core.c). */
const OUTSIDE = /(?:no flash bank found for address|No flash at address) (0x[0-9a-f]+)/;

function note(seen: Watched, text: string): void {
  const find = (pattern: RegExp) => pattern.exec(text)?.[1];
  const { step } = seen;
  if (step === undefined && seen.openocd === undefined) {
    const version = find(BANNER);
    if (version !== undefined) seen.openocd = version;
  }
  if (step === "erasing" || step === "writing") {
    const written = find(WROTE);
    if (written !== undefined) seen.written = Number(written);
    const outside = find(OUTSIDE);
    if (outside !== undefined) seen.outside ??= Number(outside);
    if (text.includes("Error: ")) seen.error ??= text;
  }
  if (step === "verifying") {
    const verified = find(VERIFIED);
    if (verified !== undefined) seen.verified = Number(verified);
  }
}
