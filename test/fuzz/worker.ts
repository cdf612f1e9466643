import { readFileSync, writeFileSync, writeSync } from "node:fs";
import { inputAt, type Kind } from "./inputs.ts";
import { judge, type Verdict } from "./judge.ts";
import { filesOf, readOriginals } from "./originals.ts";

/** What a worker says of an input, in one line, before it goes on to the next of its own. */
export interface Report extends Verdict {
  index: number;
  kind: Kind;
  /** What it took of the processor's time, which is not what others use. */
  ms: number;
  /** The processor's time that the worker has used so far. */
  totalMs: number;
}

/** Which inputs a worker judges: every `step`th from `first` until `end`. */
export interface Work {
  seed: number;
  first: number;
  step: number;
  end: number;
}

/** What an input may take for each of its transports, in milliseconds of the processor's time. */
export const longestMs = 2000;

/** What an input may take of the memory. */
const mostBytes = 240e6;

/** Judges inputs one after another. What it has not reported on when it dies is the input that killed it. */
export function work({ seed, first, step, end }: Work): void {
  const originals = readOriginals();
  const files = filesOf(originals);
  let before = processorMs();
  for (let index = first; index < end; index += step) {
    const input = inputAt(index, seed, originals);
    const held = startPeak();
    const verdict = judge(input, files);
    const peak = peakBytes() - held;
    if (peak > mostBytes) {
      verdict.faults.push({ what: "memory", why: `it took ${Math.round(peak / 1e6)} MB` });
    }
    const totalMs = processorMs();
    const ms = totalMs - before;
    before = totalMs;
    if (ms > longestMs * input.transports.length) {
      verdict.faults.push({ what: "hang", why: `it took ${Math.round(ms)} ms` });
    }
    const report: Report = { index, kind: input.kind, ...verdict, ms, totalMs };
    writeSync(1, `${JSON.stringify(report)}\n`);
  }
}

/** From here on, the peak is that of what comes; answers what is held now. */
function startPeak(): number {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return process.memoryUsage.rss();
}

function peakBytes(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "latin1"))?.[1];
    return 1024 * Number(kilobytes ?? 0);
  } catch {
    return 0;
  }
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
