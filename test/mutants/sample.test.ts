import { expect, it } from "vitest";
import { describeWithOpenocd } from "../support/openocd.ts";
import { allMutants, outcomesOf } from "./corpus.ts";
import { leftOver } from "./table.ts";

describeWithOpenocd("some STM32 configs with one directive taken away", () => {
  it("are fixed to what OpenOCD makes of the originals", { timeout: 120_000 }, async () => {
    const outcomes = await outcomesOf(allMutants().filter((_, i) => i % 12 === 0));
    expect(outcomes.length).toBeGreaterThan(15);
    expect(leftOver(outcomes)).toEqual([]);
    expect(outcomes.filter(({ found }) => found.length === 0)).toEqual([]);
  });
});
