import { expect, it } from "vitest";
import { killTree, measurePace, none } from "../../faults/kills.ts";

// `npm run faults` kills a thousand.
it("loses nothing when processes are killed while they patch, recover and restore", {
  timeout: 240_000,
}, async () => {
  const pace = await measurePace();
  const kills = { ...none };
  for (let tree = 0; tree < 2; tree++) await killTree(pace, kills);
  expect(kills).toMatchObject({ torn: 0, lost: 0, broken: 0, trees: 2 });
});
