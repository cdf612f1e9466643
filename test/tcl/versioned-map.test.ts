import { expect, it } from "vitest";
import { VersionedMap } from "../../src/tcl/versioned-map.ts";
import { randomFrom } from "../support/random.ts";

it("holds in each version what a copy would hold, in its order, whichever is asked or changed next", () => {
  const random = randomFrom(1);
  for (let round = 0; round < 200; round++) {
    const versions = [{ version: new VersionedMap<number>(new Map()), copy: new Map<string, number>() }];
    for (let step = 0; step < 40; step++) {
      const { version, copy } = random.percent(60) ? versions.at(-1)! : random.pick(versions);
      if (random.percent(30)) {
        expect([...version.entries]).toEqual([...copy]);
        continue;
      }
      const key = `k${random.below(8)}`;
      versions.push({ version: version.with(key, step), copy: new Map(copy).set(key, step) });
    }
    for (const { version, copy } of versions) expect([...version.entries]).toEqual([...copy]);
  }
});
