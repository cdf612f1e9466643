import { expect, it } from "vitest";
import { mapLimit } from "../support/map-limit.ts";
import { describeWithOpenocd, scriptsDir } from "../support/openocd.ts";
import { askOpenocd } from "./ask.ts";
import { corpus } from "./corpus.ts";
import { whyDifferent } from "./known-differences.ts";
import { askOurselves } from "./ours.ts";
import { rowOf } from "./table.ts";

describeWithOpenocd("every tenth config that OpenOCD ships", () => {
  it("comes out as OpenOCD has it", async () => {
    const cases = corpus().filter(({ key }, index) => index % 10 === 0 && whyDifferent(key) === undefined);
    const rows = await mapLimit(cases, async (one) =>
      rowOf(one, await askOpenocd(one), askOurselves(one, scriptsDir)),
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.flatMap(({ key, differences }) => differences.map((line) => `${key}: ${line}`))).toEqual([]);
  });
});
