import { existsSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { diskWriter } from "../../src/files/disk-writer.ts";
import { WriteError } from "../../src/files/errors.ts";
import { patchInPlace } from "../../src/inplace/patch-in-place.ts";
import { recover } from "../../src/inplace/recover.ts";
import { restoreIn } from "../../src/inplace/restore.ts";
import { dyingDisk, failingDisk, smallDisk } from "../files/dying-disk.ts";
import { changesIn, patchedNames, scriptsBefore, snapshot } from "./trees.ts";

beforeAll(() => void (existsSync("/dev/shm") && vi.stubEnv("TMPDIR", "/dev/shm")));
afterAll(() => void vi.unstubAllEnvs());

describe("an operation that fails", () => {
  it("once, leaves every file as it was, and says so", () => {
    for (let number = 0; ; number++) {
      const root = scriptsBefore();
      const before = snapshot(root);
      const disk = failingDisk(number, "ENOSPC");
      let failure: unknown;
      try {
        patchInPlace(changesIn(root), disk);
      } catch (error) {
        failure = error;
      }
      if (disk.count <= number) break;
      expect(failure, `operation ${number}`).toBeInstanceOf(WriteError);
      expect((failure as Error).message).toContain("the disk is full (ENOSPC); nothing was changed");
      expect(snapshot(root), `operation ${number}`).toEqual(before);
    }
  });

  it("and so do all after it: no file is torn, and restore brings all back later", () => {
    for (let number = 0; ; number++) {
      const root = scriptsBefore();
      const before = snapshot(root);
      const disk = failingDisk(number, "EROFS", true);
      try {
        patchInPlace(changesIn(root), disk);
      } catch (error) {
        expect(error).toBeInstanceOf(WriteError);
      }
      if (disk.count <= number) break;
      patchedNames(root);
      recover(root, diskWriter);
      restoreIn(root, root);
      expect(snapshot(root), `operation ${number}`).toEqual(before);
    }
  });

  it("while restoring, can be gone on from", () => {
    for (let number = 0; ; number++) {
      const root = scriptsBefore();
      const before = snapshot(root);
      patchInPlace(changesIn(root));
      const disk = failingDisk(number, "EACCES");
      try {
        restoreIn(root, root, { disk });
      } catch (error) {
        expect((error as Error).message).toMatch(/no permission.*(nothing was changed|goes on from here)$/);
      }
      if (disk.count <= number) break;
      recover(root, diskWriter);
      restoreIn(root, root);
      expect(snapshot(root), `operation ${number}`).toEqual(before);
    }
  });

  it("because a disk knows no second names: the backup is a copy", () => {
    const root = scriptsBefore();
    const before = snapshot(root);
    const link = () => {
      throw Object.assign(new Error("no"), { code: "EPERM" });
    };
    const patched = patchInPlace(changesIn(root), { ...diskWriter, link });
    for (const { notes } of patched)
      expect(notes.join()).toContain("is a copy, as the system refuses it a second name");
    expect(patchedNames(root)).toHaveLength(3);
    restoreIn(root, root);
    const withoutIds = (all: Record<string, string>) =>
      Object.fromEntries(Object.entries(all).map(([name, text]) => [name, text.replace(/#\d+ /, "")]));
    expect(withoutIds(snapshot(root))).toEqual(withoutIds(before));
  });
});

describe("a disk that is full", () => {
  it("wherever that shows, leaves every file as it was, and nothing else", () => {
    const needed = smallDisk(Number.POSITIVE_INFINITY);
    patchInPlace(changesIn(scriptsBefore()), needed);
    for (let room = 0; room < needed.used; room++) {
      const root = scriptsBefore();
      const before = snapshot(root);
      const run = () => patchInPlace(changesIn(root), smallDisk(room));
      expect(run, `${room} blocks`).toThrow(
        "the disk is full (ENOSPC); nothing was changed: every file is as it was",
      );
      expect(snapshot(root), `${room} blocks`).toEqual(before);
    }
    expect(needed.used).toBe(5);
  });

  it("also where files of two folders are patched, and others were before", () => {
    const needed = smallDisk(Number.POSITIVE_INFINITY);
    const make = () => {
      const roots = [scriptsBefore(), scriptsBefore()];
      patchInPlace(changesIn(roots[0]!, ["target/b.cfg"]));
      const changes = [...changesIn(roots[0]!, ["target/a.cfg"]), ...changesIn(roots[1]!)];
      return { roots, changes };
    };
    patchInPlace(make().changes, needed);
    for (let room = 0; room < needed.used; room++) {
      const { roots, changes } = make();
      const before = roots.map(withoutJournalTimes);
      expect(() => patchInPlace(changes, smallDisk(room)), `${room} blocks`).toThrow("nothing was changed");
      expect(roots.map(withoutJournalTimes), `${room} blocks`).toEqual(before);
    }
  });

  it("does not prevent restoring, or stays as before", () => {
    const root = scriptsBefore();
    patchInPlace(changesIn(root));
    const patched = snapshot(root);
    const needed = smallDisk(Number.POSITIVE_INFINITY);
    const copy = scriptsBefore();
    patchInPlace(changesIn(copy));
    restoreIn(copy, copy, { disk: needed });
    for (let room = 0; room < needed.used; room++) {
      expect(() => restoreIn(root, root, { disk: smallDisk(room) })).toThrow(
        "the disk is full (ENOSPC); nothing was changed",
      );
      expect(snapshot(root)).toEqual(patched);
    }
  });
});

describe("another process", () => {
  const changed = /was changed while l5cfg-fix was at work; run it again/;

  it("changed a file after it was read: nothing is patched", () => {
    const root = scriptsBefore();
    writeFileSync(join(root, "target/b.cfg"), "theirs");
    const before = snapshot(root);
    expect(() => patchInPlace(changesIn(root))).toThrow(changed);
    expect(snapshot(root)).toEqual(before);
  });

  it("changes one while others are staged: nothing is patched", () => {
    const root = scriptsBefore();
    const create: typeof diskWriter.create = (path, bytes, like) => {
      if (path.includes("b.cfg")) writeFileSync(join(root, "target/a.cfg"), "theirs");
      return diskWriter.create(path, bytes, like);
    };
    expect(() => patchInPlace(changesIn(root), { ...diskWriter, create })).toThrow(changed);
    expect(snapshot(root)["target/a.cfg"]).toContain("theirs");
    expect(existsSync(join(root, "l5cfg-fix-journal.json"))).toBe(false);
  });

  it("removes the folder in between", () => {
    const root = scriptsBefore();
    const create: typeof diskWriter.create = (path, bytes, like) => {
      if (path.includes("b.cfg")) rmSync(join(root, "target"), { recursive: true });
      return diskWriter.create(path, bytes, like);
    };
    expect(() => patchInPlace(changesIn(root), { ...diskWriter, create })).toThrow(/its folder is gone/);
    expect(snapshot(root)["mem_helper.tcl"]).toContain("proc x {} {}");
  });

  it("changed a file after a kill: theirs stays, whenever that was, and no original is lost", () => {
    for (let number = 0; ; number++) {
      const root = scriptsBefore();
      const path = join(root, "target/a.cfg");
      const { before: original } = changesIn(root, ["target/a.cfg"])[0]!;
      const disk = dyingDisk(number);
      try {
        patchInPlace(changesIn(root), disk);
      } catch {
        // Killed.
      }
      if (disk.count <= number) break;
      const wasPatched = readFileSync(path, "latin1") !== original;
      unlinkSync(path);
      writeFileSync(path, "theirs");
      const foreign = recover(root, diskWriter)?.foreign ?? [];
      expect(readFileSync(path, "latin1")).toBe("theirs");
      expect([[], [path]]).toContainEqual(foreign);
      if (wasPatched) expect(readFileSync(`${path}.l5cfg-fix-backup`, "latin1")).toBe(original);
      restoreIn(root, root, { force: true });
      const { [join("target", "a.cfg.l5cfg-fix-changed")]: aside = snapshot(root)[join("target", "a.cfg")] } =
        snapshot(root);
      expect(aside).toContain("theirs");
      expect(existsSync(join(root, "l5cfg-fix-journal.json"))).toBe(false);
    }
  });
});

describe("patchInPlace refuses", () => {
  it("a file at the place of a backup", () => {
    const root = scriptsBefore();
    writeFileSync(join(root, "target/a.cfg.l5cfg-fix-backup"), "mine");
    const before = snapshot(root);
    expect(() => patchInPlace(changesIn(root))).toThrow(
      /does not know it; nothing was changed. Move it away/,
    );
    expect(snapshot(root)).toEqual(before);
  });

  it.each([
    ["not JSON", "{", "is not JSON"],
    ["no journal", "{}", "is no journal"],
    ["of a newer version", '{"schema":2}', "update l5cfg-fix"],
    ["leading out", journal({ path: "../a.cfg" }), 'is damaged: "files[0].path"'],
    ["with an aside elsewhere", journal({ aside: "../a.cfg" }), 'is damaged: "files[0].aside"'],
    ["with an unknown step", journal({ step: "eating" }), 'is damaged: "files[0].step"'],
  ])("a journal that is %s, and so does restore", (_, text, message) => {
    const root = scriptsBefore();
    writeFileSync(join(root, "l5cfg-fix-journal.json"), text);
    const before = snapshot(root);
    expect(() => patchInPlace(changesIn(root))).toThrow(message);
    expect(() => restoreIn(root, root)).toThrow(message);
    expect(snapshot(root)).toEqual(before);
  });
});

/** A journal that is written again has the same text. */
function withoutJournalTimes(root: string): Record<string, string> {
  const { "l5cfg-fix-journal.json": journal = "", ...files } = snapshot(root);
  return { ...files, journal: journal.slice(journal.indexOf("{")) };
}

function journal(part: object): string {
  const entry = { path: "target/a.cfg", step: "restoring", original: "0".repeat(64), ...part };
  return JSON.stringify({ schema: 1, files: [entry] });
}
