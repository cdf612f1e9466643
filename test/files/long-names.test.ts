import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskWriter } from "../../src/files/disk-writer.ts";
import { patchInPlace } from "../../src/inplace/patch-in-place.ts";
import { recover } from "../../src/inplace/recover.ts";
import { restoreIn } from "../../src/inplace/restore.ts";
import { backupName, freshName } from "../../src/inplace/sidecar-names.ts";
import { writeOverlay } from "../../src/overlay/write-overlay.ts";
import { snapshot } from "../inplace/trees.ts";
import { folderWith } from "../install/fixtures.ts";
import { planFor } from "../overlay/plans.ts";
import { dyingDisk, failingDisk } from "./dying-disk.ts";

/** The most bytes that a name may have on most disks; two of them with the same beginning, one in longer characters. */
const names = [`${"x".repeat(250)}1.cfg`, `${"x".repeat(250)}2.cfg`, `${"ä".repeat(125)}3.cfg`].map(
  (name) => `target/${name}`,
);

function scripts(): string {
  return folderWith(Object.fromEntries(names.map((name) => [name, `# ${name.length}\n`])));
}

function changesIn(root: string) {
  return names.map((name) => {
    const path = join(root, name);
    const before = readFileSync(path, "latin1");
    return { path, before, after: `${before}# patched\n` };
  });
}

describe("names as long as a disk takes them", () => {
  it("are patched in place, again, and brought back", () => {
    const root = scripts();
    const before = snapshot(root);
    const changes = changesIn(root);
    const backups = patchInPlace(changes).map(({ backup }) => backup);
    expect(new Set(backups).size).toBe(3);
    for (const [number, backup] of backups.entries()) {
      expect(backup).toMatch(/\/target\/[xä]{50,}~[0-9a-f]{12}\.l5cfg-fix-backup$/);
      expect(readFileSync(backup, "latin1")).toBe(changes[number]!.before);
    }
    patchInPlace(changesIn(root));
    writeFileSync(join(root, names[0]!), "mine");
    const { asides } = restoreIn(root, root, { force: true });
    expect(asides.map((path) => readFileSync(path, "latin1"))).toEqual(["mine"]);
    expect(asides[0]).toMatch(/\.l5cfg-fix-changed$/);
    diskWriter.remove(asides[0]!);
    expect(snapshot(root)).toEqual(before);
  });

  it("lose nothing, whenever a run is killed", () => {
    for (let number = 0; ; number++) {
      const root = scripts();
      const before = snapshot(root);
      const disk = dyingDisk(number);
      try {
        patchInPlace(changesIn(root), disk);
      } catch {
        // Killed.
      }
      recover(root, diskWriter);
      restoreIn(root, root);
      expect(snapshot(root), `operation ${number}`).toEqual(before);
      if (disk.count <= number) break;
    }
  });

  it("are written to an overlay, and taken out of it again", () => {
    const root = scripts();
    const out = join(folderWith(), "overlay");
    const plan = (text: string, of = names) =>
      writeOverlay(out, planFor(root, Object.fromEntries(of.map((name) => [name, text]))));
    plan("# one\n");
    plan("# two\n");
    for (const name of names) expect(readFileSync(join(out, name), "latin1")).toBe("# two\n");
    writeFileSync(join(out, names[0]!), "mine");
    const { asides } = plan("# three\n", [names[1]!]);
    expect(asides.map((path) => readFileSync(path, "latin1"))).toEqual(["mine"]);
    expect(readdirSync(join(out, "target"))).toHaveLength(2);
  });

  it("stand whole in the names of what lies beside them, while that is no longer than any disk takes", () => {
    expect(backupName("/a/b.cfg")).toBe("/a/b.cfg.l5cfg-fix-backup");
    expect(freshName(`/a/${"b".repeat(129)}`)).toBe(`/a/${"b".repeat(129)}.l5cfg-fix-new`);
    expect(freshName(`/a/${"b".repeat(130)}`)).toMatch(/^\/a\/b{116}~[0-9a-f]{12}\.l5cfg-fix-new$/);
  });
});

describe("where even a short name makes a path too long", () => {
  /** A folder whose path has so many bytes. */
  function deep(length: number): string {
    let folder = folderWith();
    while (length - folder.length > 200) folder = join(folder, "d".repeat(99));
    return join(folder, "d".repeat(length - folder.length - 1));
  }
  const advice = /the name is too long \(ENAMETOOLONG\); .*To go on, give .* shorter names/;

  it("nothing is patched", () => {
    const root = deep(3980);
    const file = join(root, "target", `${"x".repeat(88)}.cfg`);
    diskWriter.makeFolder(join(root, "target"));
    diskWriter.create(file, Buffer.from("a"));
    expect(() => patchInPlace([{ path: file, before: "a", after: "b" }])).toThrow(advice);
    expect(Object.values(snapshot(root))).toEqual([expect.stringMatching(/ a$/)]);
  });

  it.each([3900, 3990, 4090, 4200])("no overlay of %i bytes is written", (length) => {
    const root = scripts();
    const out = deep(length);
    const plan = planFor(root, { [names[0]!]: "x" });
    expect(() => writeOverlay(out, plan)).toThrow(advice);
    diskWriter.makeFolder(join(out, ".."));
    expect(snapshot(join(out, ".."))).toEqual({});
  });
});

it("says what to do where a disk takes only names that are shorter still", () => {
  const root = scripts();
  const before = snapshot(root);
  expect(() => patchInPlace(changesIn(root), failingDisk(0, "ENAMETOOLONG"))).toThrow(/shorter names/);
  expect(snapshot(root)).toEqual(before);
});
