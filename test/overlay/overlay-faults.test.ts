import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { WriteError } from "../../src/files/errors.ts";
import { removeOverlay, writeOverlay } from "../../src/overlay/write-overlay.ts";
import { dyingDisk, failingDisk } from "../files/dying-disk.ts";
import { folderWith } from "../install/fixtures.ts";
import { hashes } from "../support/tree.ts";
import { planFor } from "./plans.ts";

/** A plan for a small scripts folder, and the one before it, which patched another file. */
function plans() {
  const scripts = folderWith({ "target/a.cfg": "echo a\n", "target/b.cfg": "echo b\n" });
  return [
    planFor(scripts, { "target/a.cfg": "echo A\n" }),
    planFor(scripts, { "target/b.cfg": "echo B\n" }),
  ] as const;
}

it("is as before, or says that it is not, when an operation fails", () => {
  const [first, second] = plans();
  for (let number = 0; ; number++) {
    const out = join(folderWith(), "overlay");
    writeOverlay(out, first);
    const before = hashes(out);
    const disk = failingDisk(number, "ENOSPC");
    let message = "";
    try {
      writeOverlay(out, second, { disk });
    } catch (error) {
      expect(error).toBeInstanceOf(WriteError);
      ({ message } = error as Error);
    }
    if (disk.count <= number) break;
    if (/nothing was changed|was not written/.test(message)) expect(hashes(out)).toEqual(before);
    else if (message !== "") expect(message).toContain("is written in part only: run l5cfg-fix again");
    const { written } = writeOverlay(out, second);
    expect(Object.keys(hashes(out)).map((name) => join(out, name))).toEqual(written.sort());
  }
});

it("is whole after the next run, whenever one is killed", () => {
  const [first, second] = plans();
  const whole = join(folderWith(), "overlay");
  writeOverlay(whole, second);
  for (let number = 0; ; number++) {
    const out = join(folderWith(), "overlay");
    writeOverlay(out, first);
    const disk = dyingDisk(number);
    try {
      writeOverlay(out, second, { disk });
    } catch {
      // Killed.
    }
    if (disk.count <= number) break;
    writeOverlay(out, second);
    expect(hashes(out), `operation ${number}`).toMatchObject(hashes(whole));
    removeOverlay(out);
    expect(existsSync(out), `operation ${number}`).toBe(false);
  }
});

it("removes the folder where it could not be filled", () => {
  const [first] = plans();
  const out = join(folderWith(), "overlay");
  expect(() => writeOverlay(out, first, { disk: failingDisk(2, "EROFS") })).toThrow(WriteError);
  expect(existsSync(out)).toBe(false);
});

it("knows a new overlay for its own, whenever the first run was killed", () => {
  const [first] = plans();
  for (let number = 0; ; number++) {
    const out = join(folderWith(), "overlay");
    const disk = dyingDisk(number);
    try {
      writeOverlay(out, first, { disk });
    } catch {
      // Killed.
    }
    if (disk.count <= number) break;
    const { written } = writeOverlay(out, first);
    expect(Object.keys(hashes(out)).map((name) => join(out, name))).toEqual(written.sort());
  }
});
