import { describe, expect, it } from "vitest";
import { Deadline } from "../../src/tcl/limits.ts";
import { primitives, setUp } from "./primitives.ts";
import { newInterp, run } from "./run.ts";

/** Sizes of what a command is given. */
const N = 4000;

/** What takes no longer however much there is. */
const constant = new Set([
  "lsort -command cmp [lrange $u 0 99]",
  "lsearch $long zz",
  "expr {{zz} in $long}",
  "dict size $d",
  "dict set d new w; dict get $d new",
  "array get a",
  "array size a",
]);

/** How many steps a script takes and what it holds, beyond what its data takes; undefined where it is stopped. */
function costOf(script: string, n: number): { steps: number; held: number } | undefined {
  const interp = newInterp({ deadline: new Deadline(60_000) });
  expect(run(setUp(n), interp)).toBe("cmp");
  interp.meter.restart();
  const outcome = run(script, interp) ?? "";
  if (outcome.startsWith("stopped: ")) return undefined;
  return { steps: interp.meter.steps, held: interp.meter.held };
}

for (const [subject, scripts] of Object.entries(primitives)) {
  describe(`${subject}: steps and memory at n, 2n and 4n grow at most linearly, or it is stopped`, () => {
    it.each(scripts)("%s", (script) => {
      const costs = [N, 2 * N, 4 * N].map((n) => costOf(script, n));
      for (const [at, cost] of costs.entries()) {
        const before = costs[at - 1];
        if (cost === undefined || before === undefined) continue;
        const isCounted = cost.steps > 1.5 * before.steps || cost.held > 1.5 * before.held;
        expect([script, isCounted]).toEqual([script, !constant.has(script)]);
        // Twice as much, and a little for what each call takes and for the logarithm in sorting.
        expect(cost.steps).toBeLessThanOrEqual(2.5 * before.steps + 64);
        expect(cost.held).toBeLessThanOrEqual(2.4 * before.held + 4096);
      }
    });
  });
}
