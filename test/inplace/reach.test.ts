import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { patchInPlace } from "../../src/inplace/patch-in-place.ts";
import { journalFoldersOf, reachOf } from "../../src/inplace/reach.ts";
import { restoreIn, unknownBackups } from "../../src/inplace/restore.ts";
import { folderWith } from "../install/fixtures.ts";
import { snapshot } from "./trees.ts";

/**
 * A scripts folder whose config is a link to one elsewhere, whose `board/` is a link to a folder elsewhere, and which
 * links lead to; with all the paths that lead to either file, or to a folder that it is in.
 */
function linked() {
  const base = folderWith({
    "scripts/target/b.cfg": "set b 1\n",
    "real/a.cfg": "set a 1\n",
    "boards/sub/c.cfg": "set a 1\n",
  });
  const at = (name: string) => join(base, name);
  symlinkSync("../../real/a.cfg", at("scripts/target/a.cfg"));
  symlinkSync("../boards", at("scripts/board"));
  symlinkSync("scripts", at("link"));
  symlinkSync("real", at("real-link"));
  symlinkSync("link/target/a.cfg", at("file-link"));
  const files = ["scripts/target/a.cfg", "real/a.cfg", "link/target/a.cfg", "real-link/a.cfg", "file-link"];
  const folders = ["scripts", "scripts/target", "real", "link", "link/target", "real-link", "."];
  return { base, at, files: files.map(at), folders: folders.map(at) };
}

function restore(path: string) {
  const reach = reachOf(path);
  const roots = journalFoldersOf(reach);
  return { files: roots.flatMap((root) => restoreIn(root, path, { reach }).files), roots, reach };
}

describe("what was patched by one path and is restored by another", () => {
  const pairs = [0, 1, 2, 3, 4].flatMap((from) => Array.from({ length: 12 }, (_, to) => [from, to] as const));

  it.each(pairs)("path %i, restored by path %i", (from, to) => {
    const { base, at, files, folders } = linked();
    const before = snapshot(base);
    patchInPlace([{ path: files[from]!, before: "set a 1\n", after: "set a 2\n" }]);
    const asked = [...files, ...folders][to]!;
    expect(restore(asked).files).toEqual([at("real/a.cfg")]);
    expect(snapshot(base)).toEqual(before);
  });

  it("also in folders that are links", () => {
    const { base, at } = linked();
    const before = snapshot(base);
    for (const [path, asked] of [
      ["scripts/board/sub/c.cfg", "link"],
      ["boards/sub/c.cfg", "scripts/board"],
      ["link/board/sub/c.cfg", "boards"],
    ] as const) {
      patchInPlace([{ path: at(path), before: "set a 1\n", after: "set a 2\n" }]);
      expect(restore(at(asked)).files, asked).toEqual([at("boards/sub/c.cfg")]);
      expect(snapshot(base)).toEqual(before);
    }
  });

  it("and nothing else is brought back", () => {
    const { at } = linked();
    patchInPlace([
      { path: at("scripts/target/a.cfg"), before: "set a 1\n", after: "set a 2\n" },
      { path: at("scripts/target/b.cfg"), before: "set b 1\n", after: "set b 2\n" },
    ]);
    expect(restore(at("scripts/target/b.cfg")).files).toEqual([at("scripts/target/b.cfg")]);
    expect(restore(at("boards")).files).toEqual([]);
    expect(restore(at("file-link")).files).toEqual([at("real/a.cfg")]);
  });
});

it("links in a circle, and to all of a disk, are followed once and not for ever", () => {
  const root = folderWith({ "target/a.cfg": "" });
  symlinkSync("..", join(root, "target/up"));
  symlinkSync(".", join(root, "self"));
  symlinkSync("/", join(root, "all"));
  expect(reachOf(root).folders.size).toBeLessThanOrEqual(20_000);
});

it("backups that no journal knows are named", () => {
  const root = folderWith({ "target/a.cfg": "set a 1\n", "target/b.cfg": "" });
  const [file, journal] = [join(root, "target/a.cfg"), join(root, "l5cfg-fix-journal.json")];
  patchInPlace([{ path: file, before: "set a 1\n", after: "set a 2\n" }]);
  const unknown = (path: string) => unknownBackups(journalFoldersOf(reachOf(path)), reachOf(path));
  expect(unknown(root)).toEqual([]);
  renameSync(journal, join(root, "away"));
  const backup = `${file}.l5cfg-fix-backup`;
  expect([root, join(root, "target"), file].map(unknown)).toEqual([[backup], [backup], [backup]]);
  expect(unknown(join(root, "target/b.cfg"))).toEqual([]);
  rmSync(backup);
  mkdirSync(join(root, "target/x.l5cfg-fix-backup"));
  writeFileSync(join(root, "other.cfg"), "");
  expect(unknown(join(root, "other.cfg"))).toEqual([]);
});
