import { expect, it } from "vitest";
import { mapLimit } from "../support/map-limit.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { agedConfigs, whyNotBack } from "./ages.ts";
import { Judge } from "./judge.ts";

describeWithOpenocd("every STM32 config that OpenOCD ships, rewritten the old way", () => {
  it("is brought back to what OpenOCD makes of it", { timeout: 600_000 }, async () => {
    const openocd = new Judge();
    const all = agedConfigs();
    const whys = await mapLimit(all, (one) => whyNotBack(openocd, one));
    const left = all.flatMap(({ file, age }, i) =>
      whys[i] === undefined ? [] : `${file} (${age.name}): ${whys[i]}`,
    );
    for (const name of new Set(all.map(({ age }) => age.name))) {
      const own = all.flatMap(({ age }, i) => (age.name === name ? [whys[i]] : []));
      console.log(`${name}: ${own.filter((why) => why === undefined).length} of ${own.length} brought back`);
    }
    expect(all.length).toBeGreaterThan(60);
    expect(left).toEqual([]);
  });
});
