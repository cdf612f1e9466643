import fc from "fast-check";
import { expect, it } from "vitest";
import type { JimFeatures } from "../../../src/tcl/jim.ts";
import { type Program, programs, textOf } from "./generate.ts";
import { type Answer, describeWithJudge, judge, judgedJim, runJudge } from "./judge.ts";
import { type Ours, runOurs } from "./ours.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.RUNS ?? 5000);
const shown = Number(process.env.SHOW ?? 10);
const BATCH = 250;

interface Difference {
  index: number;
  program: string;
  jim: Answer;
  ours: Ours;
}

const endless = /Too many nested calls|Infinite eval recursion/;

function isDifference(jim: Answer, ours: Ours, { version }: JimFeatures): boolean {
  // How deep ours gets before it is stopped depends on the room that JavaScript has left.
  if (/^stopped: .*nested too deeply$/.test(String(ours)) && endless.test(JSON.stringify(jim))) return false;
  // What the real one does not survive is no judge of ours.
  if (typeof jim === "string" || typeof ours === "string") return typeof jim !== "string";
  // From 0.83 on a trace has the commands, too, which ours has not.
  const trace = version >= "0.83" ? ours.trace : jim.trace;
  return JSON.stringify({ ...jim, trace }) !== JSON.stringify(ours);
}

/** The smallest program that still differs, found from the one with that number. */
function shrink(index: number, features: JimFeatures): Difference {
  let smallest: Difference | undefined;
  const differs = (program: Program) => {
    const text = textOf(program);
    const jim = runJudge([text], 2000)[0]!;
    const ours = runOurs(text, "p0", features);
    if (!isDifference(jim, ours, features)) return false;
    smallest = { index, program: text, jim, ours };
    return true;
  };
  fc.check(
    fc.property(programs, (program) => !differs(program)),
    { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: 30_000 },
  );
  return smallest!;
}

function describeDifference({ index, program, jim, ours }: Difference): string {
  return [
    `--- program ${index}`,
    program,
    `jim:  ${JSON.stringify(jim)}`,
    `ours: ${JSON.stringify(ours)}`,
  ].join("\n");
}

describeWithJudge("our Tcl", () => {
  it(`gives what ${judge} gives on ${runs} programs`, { timeout: 3_600_000 }, () => {
    const features = judgedJim();
    console.log(`seed ${seed}, Jim ${features.version} in ${judge}`);
    const texts = fc.sample(programs, { seed, numRuns: runs }).map(textOf);
    const different: number[] = [];
    const lost: Record<string, number> = {};
    for (let start = 0; start < runs; start += BATCH) {
      const batch = texts.slice(start, start + BATCH);
      runJudge(batch).forEach((jim, i) => {
        const ours = runOurs(batch[i]!, `p${i}`, features);
        if (typeof jim === "string") lost[jim] = (lost[jim] ?? 0) + 1;
        else if (isDifference(jim, ours, features)) different.push(start + i);
      });
    }
    for (const index of different.slice(0, shown)) {
      const small = shrink(index, features) as Difference | undefined;
      console.log(
        small === undefined
          ? `--- program ${index} does not differ alone\n${texts[index]}`
          : describeDifference(small),
      );
    }
    console.log(
      `seed ${seed}: ${different.length} differences in ${runs} programs; lost ${JSON.stringify(lost)}`,
    );
    expect(different).toEqual([]);
  });
});
