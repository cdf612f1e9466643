import fc from "fast-check";
import { expect, it } from "vitest";
import { mapLimit } from "../../support/map-limit.ts";
import { describeWithOpenocd } from "../../support/openocd.ts";
import { configs, textOf } from "./generate.ts";
import { judge } from "./judge.ts";

describeWithOpenocd("sixty generated configs", () => {
  it("come out as OpenOCD has them", { timeout: 120_000 }, async () => {
    const samples = fc.sample(configs, { seed: 2026, numRuns: 60 });
    const verdicts = await mapLimit(samples, judge);
    const different = verdicts.flatMap(({ differences }, index) =>
      differences.length > 0 ? [{ config: textOf(samples[index]!), differences }] : [],
    );
    expect(different).toEqual([]);
  });
});
