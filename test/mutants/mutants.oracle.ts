import { expect, it } from "vitest";
import { describeWithOpenocd } from "../support/openocd.ts";
import { allMutants, outcomesOf } from "./corpus.ts";
import { detected, leftOver, median, tableOf, withVerdict } from "./table.ts";

describeWithOpenocd("every STM32 config that OpenOCD ships, with one directive taken away", () => {
  it("is fixed to what OpenOCD makes of the original", { timeout: 600_000 }, async () => {
    const outcomes = await outcomesOf(allMutants());
    for (const line of leftOver(outcomes)) console.log(line);
    console.log(tableOf(outcomes));
    const repaired = withVerdict(outcomes, "repaired");
    const changed = median(repaired.map((outcome) => outcome.changed));
    console.log(`median of changed lines: ${changed}`);

    expect(detected(outcomes)).toHaveLength(outcomes.length);
    expect(withVerdict(outcomes, "wrong")).toEqual([]);
    expect(repaired.length / outcomes.length).toBeGreaterThanOrEqual(0.95);
    const mustHold = outcomes.filter(({ mutant }) => ["dap create", "work area"].includes(mutant.directive));
    expect(withVerdict(mustHold, "repaired")).toHaveLength(mustHold.length);
    expect(changed).toBe(1);
  });
});
