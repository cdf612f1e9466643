import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { DiskWriter } from "../../src/files/disk-writer.ts";
import { readJournal, underWay } from "../../src/inplace/journal.ts";
import { patchInPlace } from "../../src/inplace/patch-in-place.ts";
import { recover } from "../../src/inplace/recover.ts";
import { restoreIn } from "../../src/inplace/restore.ts";
import { dyingDisk } from "../files/dying-disk.ts";
import { changesIn, patchedNames, scriptsBefore, snapshot, texts } from "./trees.ts";

// Each state is on a disk for a moment only; one in memory has it at once.
beforeAll(() => void (existsSync("/dev/shm") && vi.stubEnv("TMPDIR", "/dev/shm")));
afterAll(() => void vi.unstubAllEnvs());

/** How many operations on the disk something takes. */
function operations(action: (disk: DiskWriter) => unknown): number {
  const disk = dyingDisk(Number.POSITIVE_INFINITY);
  action(disk);
  return disk.count;
}

/** Does something with a disk that dies at its n-th operation. */
function killAt(number: number, action: (disk: DiskWriter) => unknown): void {
  expect(() => action(dyingDisk(number)), `operation ${number}`).toThrow();
}

const all = Object.keys(texts).sort();

/** Brings to an end what was cut short, and back what was there; then nothing may tell that anything ever happened. */
function expectRestorable(root: string, before: Record<string, string>): void {
  recover(root, dyingDisk(Number.POSITIVE_INFINITY));
  expect([0, all.length]).toContain(patchedNames(root).length);
  expect(underWay(readJournal(root))).toEqual([]);
  restoreIn(root, root);
  expect(snapshot(root)).toEqual(before);
}

describe("killed at any operation", () => {
  const patch = (root: string) => (disk: DiskWriter) => patchInPlace(changesIn(root), disk);

  it("of a run: no file is torn, the next one brings it to an end, and restore brings all back", () => {
    const count = operations(patch(scriptsBefore()));
    expect(count).toBeGreaterThan(20);
    const outcomes = new Set<number>();
    for (let number = 0; number < count; number++) {
      const root = scriptsBefore();
      const before = snapshot(root);
      killAt(number, patch(root));
      patchedNames(root);
      recover(root, dyingDisk(Number.POSITIVE_INFINITY));
      outcomes.add(patchedNames(root).length);
      expectRestorable(root, before);
    }
    expect([...outcomes].sort()).toEqual([0, all.length]);
  });

  it("of the recovery from a kill at any operation", () => {
    const count = operations(patch(scriptsBefore()));
    for (let first = 0; first < count; first++) {
      for (let second = 0; ; second++) {
        const root = scriptsBefore();
        const before = snapshot(root);
        killAt(first, patch(root));
        const disk = dyingDisk(second);
        try {
          recover(root, disk);
        } catch {
          expect(disk.count).toBeGreaterThan(second);
        }
        patchedNames(root);
        expectRestorable(root, before);
        if (disk.count <= second) break;
      }
    }
  });

  it("of restoring", () => {
    const patched = scriptsBefore();
    patchInPlace(changesIn(patched));
    const restore = (root: string) => (disk: DiskWriter) => restoreIn(root, root, { disk });
    const steps = operations(restore(patched));
    expect(steps).toBeGreaterThan(5);
    for (let number = 0; number < steps; number++) {
      const root = scriptsBefore();
      const before = snapshot(root);
      patchInPlace(changesIn(root));
      killAt(number, restore(root));
      patchedNames(root);
      expectRestorable(root, before);
    }
  });
});
