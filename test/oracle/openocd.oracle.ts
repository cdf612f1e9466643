import { expect, it } from "vitest";
import { mapLimit } from "../support/map-limit.ts";
import { describeWithOpenocd, scriptsDir } from "../support/openocd.ts";
import { askOpenocd } from "./ask.ts";
import { corpus, TOTALS } from "./corpus.ts";
import { whyDifferent } from "./known-differences.ts";
import { askOurselves } from "./ours.ts";
import { counts, rowOf, tableOf } from "./table.ts";

describeWithOpenocd("every config that OpenOCD ships", () => {
  it("makes what OpenOCD says it makes, and is refused where OpenOCD refuses it", {
    timeout: 600_000,
  }, async () => {
    const rows = await mapLimit(corpus(), async (one) =>
      rowOf(one, await askOpenocd(one), askOurselves(one, scriptsDir)),
    );
    const different = rows.filter(({ differences }) => differences.length > 0);
    for (const { key, differences } of different) {
      const why = whyDifferent(key);
      for (const line of differences) console.log(`${key}: ${line}${why === undefined ? "" : ` (${why})`}`);
    }
    console.log(tableOf(rows));

    for (const [group, total] of Object.entries(TOTALS)) {
      expect(
        counts(
          rows.filter((row) => row.group === group),
          "loaded",
        ),
        group,
      ).toEqual([total, total, total]);
    }
    const [refused, , same] = counts(rows, "refused");
    expect(same / refused).toBeGreaterThan(0.95);
    expect(different.filter(({ key }) => whyDifferent(key) === undefined)).toEqual([]);
  });
});
