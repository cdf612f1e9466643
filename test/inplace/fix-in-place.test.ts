import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isLock } from "../../src/files/is-lock.ts";
import { withLock } from "../../src/files/lock.ts";
import { fixInPlace } from "../../src/inplace/fix-in-place.ts";
import { patchInPlace } from "../../src/inplace/patch-in-place.ts";
import { dyingDisk, failingDisk } from "../files/dying-disk.ts";
import { folderWith } from "../install/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";
import { changesIn, patchedNames, scriptsBefore, snapshot } from "./trees.ts";

// These run programs of a POSIX system.
needPrograms(["sh", "sleep", "rm"], /another run/);

/** What a run is to do: a plan of files, and nothing else that a report needs. */
const planOf = (root: string, names?: readonly string[]) => ({
  files: changesIn(root, names).map((change) => ({ ...change, edits: [] })),
});

const nothing = { files: [] };

/** Another process that has a folder's lock for half a second; answers its number. */
async function another(root: string): Promise<number> {
  const own = withLock([root], () => readdirSync(root).find(isLock)!);
  const lock = join(root, own.replace(/-\d+-\d+-\d+$/, ""));
  const script = 'lock="$0-$$-0-0"; : > "$lock"; echo; sleep 0.5; rm "$lock"';
  const other = spawn("sh", ["-c", script, lock], { stdio: ["ignore", "pipe", "inherit"] });
  await once(other.stdout, "data");
  return other.pid!;
}

/** Scripts of which some are patched, by a run that was killed in the midst of it. */
function halfPatched(): string {
  for (let number = 0; ; number++) {
    const root = scriptsBefore();
    expect(() => patchInPlace(changesIn(root), dyingDisk(number))).toThrow();
    if (patchedNames(root).length > 0) return root;
  }
}

/** A disk on which nothing can be written. */
const readOnly = () => failingDisk(0, "EROFS", true);

describe("fixInPlace", () => {
  it("looks under the lock, also when there is nothing to patch then", () => {
    const root = scriptsBefore();
    const before = snapshot(root);
    const fix = () => {
      expect(readdirSync(root).filter(isLock)).toHaveLength(1);
      return nothing;
    };
    expect(fixInPlace(root, fix)).toEqual({ patch: nothing, patched: [], recoveries: [] });
    expect(snapshot(root)).toEqual(before);
  });

  it("looks when another run is at an end, and not at what that has written so far", async () => {
    const root = scriptsBefore();
    const other = await another(root);
    const waited: string[] = [];
    const fix = () => {
      expect(waited).toEqual([`process ${other}`]);
      expect(readdirSync(root).filter(isLock)).toHaveLength(1);
      return planOf(root);
    };
    const { patched } = fixInPlace(root, fix, { onWait: (who) => waited.push(who) });
    expect(patched).toHaveLength(3);
  });

  it("looks when an earlier run that was cut short was brought to an end", () => {
    const root = halfPatched();
    expect(patchedNames(root).length).toBeLessThan(3);
    const { recoveries } = fixInPlace(root, () => {
      expect(patchedNames(root)).toHaveLength(3);
      return nothing;
    });
    expect(recoveries).toMatchObject([{ root, patched: { length: 3 } }]);
  });

  it("locks other folders, too, in which files turn out to be concerned, and looks again", () => {
    const [root, other] = [scriptsBefore(), scriptsBefore()];
    const locks: number[] = [];
    const { patched } = fixInPlace(root, () => {
      locks.push([root, other].flatMap((folder) => readdirSync(folder).filter(isLock)).length);
      return planOf(other);
    });
    expect(locks).toEqual([1, 2]);
    expect(patched).toHaveLength(3);
    expect(patchedNames(root)).toEqual([]);
  });
});

describe("fixInPlace where nothing can be written", () => {
  it("has nothing to say against there being nothing to patch", () => {
    expect(fixInPlace(scriptsBefore(), () => nothing, { disk: readOnly() }).patched).toEqual([]);
  });

  it("refuses to patch, and to leave a run half done", () => {
    const refused = /the disk can only be read \(EROFS\); nothing was changed/;
    for (const [root, plan] of [
      [scriptsBefore(), planOf],
      [halfPatched(), () => nothing],
    ] as const) {
      const before = snapshot(root);
      expect(() => fixInPlace(root, () => plan(root), { disk: readOnly() })).toThrow(refused);
      expect(snapshot(root)).toEqual(before);
    }
  });

  it("waits for another run there, and looks again where one was at work meanwhile", async () => {
    const root = scriptsBefore();
    const other = await another(root);
    const waited: string[] = [];
    let looks = 0;
    const fix = () => {
      expect(waited).toEqual([`process ${other}`]);
      if (looks++ === 0) patchInPlace(changesIn(root));
      return nothing;
    };
    fixInPlace(root, fix, { disk: readOnly(), onWait: (who) => waited.push(who) });
    expect(looks).toBe(2);
  });

  it("gives up on a folder that keeps changing", () => {
    const root = scriptsBefore();
    let looks = 0;
    const fix = () => {
      writeFileSync(join(root, `${looks++}`), "");
      return nothing;
    };
    expect(() => fixInPlace(root, fix, { disk: readOnly() })).toThrow("is being modified by another process");
  });

  it("says so of a folder that is gone", () => {
    const root = join(folderWith(), "gone");
    expect(() => fixInPlace(root, () => nothing)).toThrow(/is not there, or its folder is gone/);
  });
});
