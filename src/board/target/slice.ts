import type { Core } from "../cpu/core.ts";
import type { Stop } from "../cpu/stop.ts";

/** Instructions between two of a debugger's commands: enough to get on, and soon over. */
const sliceSteps = 20_000;

/** How often a slice is asked whether it only waits. */
const pieceSteps = 1000;

/** The longest loop that waits for a change in memory, in instructions. */
const longestWait = 32;

/** Runs until the slice is over, or the core stops, or does nothing but wait for the debugger. */
export function runSlice(core: Core, breakpoints: ReadonlySet<number>, writes: () => number): Stop {
  if (breakpoints.size > 0) return runTo(core, breakpoints);
  for (let left = sliceSteps; left > 0; left -= pieceSteps) {
    const stop = core.run(pieceSteps);
    if (stop.kind !== "steps") return stop;
    const waiting = isWaiting(core, writes);
    if (waiting !== false) return waiting;
  }
  return { kind: "steps" };
}

/** The core halts in front of an instruction with a breakpoint, the first one included. */
function runTo(core: Core, breakpoints: ReadonlySet<number>): Stop {
  for (let left = sliceSteps; left > 0; left--) {
    const address = core.registers[15]!;
    if (breakpoints.has(address)) return { kind: "breakpoint", address };
    const stop = core.run(1);
    if (stop.kind !== "steps") return stop;
  }
  return { kind: "steps" };
}

/**
 * Whether a few instructions lead to where they began, with nothing written and no register changed: a loader that
 * polls its FIFO. Where they end in a stop, that.
 */
function isWaiting(core: Core, writes: () => number): Stop | false {
  const before = core.registers.slice();
  const flags = core.xpsr;
  const written = writes();
  for (let step = 0; step < longestWait; step++) {
    const stop = core.run(1);
    if (stop.kind !== "steps") return stop;
    if (writes() !== written) return false;
    if (core.registers[15] === before[15]) {
      const same = core.xpsr === flags && core.registers.every((value, index) => value === before[index]);
      return same ? stop : false;
    }
  }
  return false;
}
