import { describe, expect, it } from "vitest";
import {
  cannotMount,
  type Disks,
  fullDisk,
  fullDiskForOverlay,
  fullDiskForRestore,
  readOnly,
} from "./disks.ts";
import { killTree, measurePace, none } from "./kills.ts";
import { killRefreshes, type OverlayKills } from "./overlays.ts";
import { overlayTogether, patchTogether } from "./together.ts";

const { KILLS = "1000", ROUNDS = "50", FULL = "100", REFRESHES = "200" } = process.env;
const unmountable = cannotMount();

describe("in place", () => {
  it("loses nothing when it is killed", { timeout: 0 }, async () => {
    const pace = await measurePace();
    const kills = { ...none };
    const count = () => kills.runs + kills.recoveries + kills.restores;
    const worker = async () => {
      while (count() < Number(KILLS)) await killTree(pace, kills);
    };
    await Promise.all([worker(), worker()]);
    const { runs, recoveries, restores, midway, trees, torn, lost, broken } = kills;
    console.log(`\
kills                      ${count()} (${runs} of runs, ${recoveries} of recoveries, ${restores} of restores)
  in the midst of files    ${midway}
  torn files               ${torn}
  lost backups             ${lost}
  trees not brought back   ${broken} of ${trees}`);
    expect({ torn, lost, broken }).toEqual({ torn: 0, lost: 0, broken: 0 });
    expect(count()).toBeGreaterThanOrEqual(Number(KILLS));
  });

  it("is not interleaved with itself, eight processes at once", { timeout: 0 }, async () => {
    let mixed = 0;
    for (let round = 0; round < Number(ROUNDS); round++) {
      if (!(await (round % 2 ? overlayTogether() : patchTogether()))) mixed++;
    }
    console.log(`8 processes at once         ${mixed} of ${ROUNDS} rounds interleaved`);
    expect(mixed).toBe(0);
  });
});

describe("an overlay", () => {
  it("has old or new files when its refresh is killed, and the next one ends it", {
    timeout: 0,
  }, async () => {
    const result: OverlayKills = { kills: 0, midway: 0, torn: 0, broken: 0 };
    while (result.kills < Number(REFRESHES)) await killRefreshes(20, result);
    const { kills, midway, torn, broken } = result;
    console.log(
      `kills of refreshes          ${kills} (${midway} in the midst of files), ${torn} torn, ${broken} not whole after the next`,
    );
    expect({ torn, broken }).toEqual({ torn: 0, broken: 0 });
  });
});

describe.skipIf(unmountable)(`disks ${unmountable ?? ""}`, () => {
  const show = (what: string, { tries, refused, broken }: Disks) =>
    console.log(
      `${what.padEnd(27)} ${tries} tries, ${refused} refused with the reason, ${broken} broken trees`,
    );

  it("that are full lose nothing", { timeout: 0 }, () => {
    const disks = fullDisk(Number(FULL));
    show("full disk", disks);
    expect(disks.broken).toBe(0);
    expect(disks.refused).toBeGreaterThan(0);
  });

  it("that are full leave a whole overlay, or the one before", { timeout: 0 }, () => {
    const disks = fullDiskForOverlay(Number(FULL));
    show("full disk, overlay", disks);
    expect(disks.broken).toBe(0);
    expect(disks.refused).toBeGreaterThan(0);
  });

  it("that are full keep nobody from restoring later", { timeout: 0 }, () => {
    const disks = fullDiskForRestore(12);
    show("full disk, restore", disks);
    expect(disks.broken).toBe(0);
    expect(disks.refused).toBeGreaterThan(0);
  });

  it("that can only be read are left alone", { timeout: 0 }, () => {
    const disks = readOnly();
    show("read-only mount or folder", disks);
    expect(disks).toMatchObject({ broken: 0, refused: disks.tries });
  });
});
