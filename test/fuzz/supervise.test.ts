import { expect, it } from "vitest";
import { type Loss, supervise } from "./supervise.ts";
import type { Report, Work } from "./worker.ts";

/** Stands for a worker: says that each input is done, until the one that this does to it. */
const worker = `
  import { writeSync } from "node:fs";
  const { first, step, end } = JSON.parse(process.argv[1]);
  for (let index = first; index < end; index += step) {
    if (index === 3) for (;;);
    if (index === 5) throw new Error("no more");
    if (index === 7) process.kill(process.pid, "SIGSEGV");
    const { user, system } = process.cpuUsage();
    writeSync(1, JSON.stringify({ index, totalMs: (user + system) / 1000 }) + "\\n");
  }
`;

it("kills a worker that hangs, names the inputs that were its end, and has the rest done", {
  timeout: 60_000,
}, async () => {
  const done: number[] = [];
  const lost: Loss[] = [];
  const work: Work = { seed: 1, first: 1, step: 2, end: 10 };
  await supervise(work, {
    command: (part) => ["--input-type=module", "--eval", worker, JSON.stringify(part)],
    mostMs: 700,
    report: ({ index }: Report) => done.push(index),
    lose: (loss) => lost.push(loss),
  });
  expect(done).toEqual([1, 9]);
  expect(lost.map(({ index, fault }) => `${index} ${fault.what}`)).toEqual(["3 hang", "5 crash", "7 crash"]);
  expect(lost[1]!.fault.why).toContain("no more");
  expect(lost[2]!.fault.why).toContain("SIGSEGV");
});
