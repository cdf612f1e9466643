import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../src/board/cpu/decode.ts";
import { describeWithQemu } from "../../support/qemu.ts";
import { randomFrom } from "../../support/random.ts";
import { type Comparison, compare, describeDifference } from "./compare.ts";
import { encodingsOf } from "./generate.ts";
import { limits } from "./limits.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.RUNS ?? 120_000);
const shown = Number(process.env.SHOW ?? 10);

function report(what: string, { compared, steps, limits: left, differences }: Comparison): void {
  for (const difference of differences.slice(0, shown)) console.log(describeDifference(difference));
  const cases = [...compared.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `seed ${seed}, ${what}: ${differences.length} differences in ${cases} cases,`,
    `${steps} instructions executed`,
  );
  for (const [limit, count] of Object.entries(left)) {
    console.log(`  not compared: ${count} of "${limit}" (${limits[limit as keyof typeof limits]})`);
  }
}

describeWithQemu("our core", () => {
  describe.each(["v6m", "v7m"] as const)("as %s", judged);
});

function judged(architecture: Architecture): void {
  const random = randomFrom(seed);

  it(`does what QEMU's does in ${runs} single instructions`, { timeout: 3_600_000 }, () => {
    const comparison = compare(random, runs, "one", architecture);
    report("single instructions", comparison);
    const names = new Set(encodingsOf[architecture].map(([, name]) => name));
    const counts = [...names].map((name) => `${name}: ${comparison.compared.get(name) ?? 0}`);
    console.log(`  ${counts.join("; ")}`);
    expect(comparison.differences.length).toBe(0);
  });

  it(`does what QEMU's does in ${runs / 4} blocks`, { timeout: 3_600_000 }, () => {
    const comparison = compare(random, runs / 4, "several", architecture);
    report("blocks", comparison);
    expect(comparison.differences.length).toBe(0);
  });
}
