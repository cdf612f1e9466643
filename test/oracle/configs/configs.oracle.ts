import fc from "fast-check";
import { expect, it } from "vitest";
import { mapLimit } from "../../support/map-limit.ts";
import { describeWithOpenocd } from "../../support/openocd.ts";
import { configs, type Generated, textOf } from "./generate.ts";
import { judge, shrink } from "./judge.ts";
import { limits } from "./limits.ts";

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.RUNS ?? 1500);
const shown = Number(process.env.SHOW ?? 10);

async function describeDifference(index: number, config: Generated): Promise<string> {
  const small = await shrink(config);
  const { differences } = await judge(small);
  const sub = /\bsub\.cfg/.test(textOf(small)) ? `--- sub.cfg\n${small.sub}` : "";
  return `--- config ${index} @${small.transport}\n${textOf(small)}${sub}=> ${differences.join("\n=> ")}`;
}

describeWithOpenocd("our OpenOCD", () => {
  it(`says what OpenOCD says of ${runs} configs`, { timeout: 3_600_000 }, async () => {
    console.log(`seed ${seed}`);
    const samples = fc.sample(configs, { seed, numRuns: runs });
    const verdicts = await mapLimit(samples, judge);
    const count = (outcome: string) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
    const different = samples.flatMap((_, index) => (verdicts[index]!.differences.length > 0 ? [index] : []));
    const told = await mapLimit(different.slice(0, shown), (index) =>
      describeDifference(index, samples[index]!),
    );
    for (const text of told) console.log(text);
    console.log(
      `seed ${seed}: ${different.length} differences in ${runs} configs;`,
      `${count("loaded")} loaded, ${count("refused")} refused, ${count("lost")} lost by OpenOCD`,
    );
    for (const { what, why } of limits) console.log(`not compared: ${what} (${why})`);
    expect(different).toEqual([]);
  });
});
