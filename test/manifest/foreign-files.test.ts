import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { ManifestError } from "../../src/manifest/errors.ts";
import { foreignFiles } from "../../src/manifest/foreign-files.ts";
import { readOverlay } from "../../src/manifest/read-overlay.ts";
import { folderWith } from "../install/fixtures.ts";

const file = {
  path: "target/a.cfg",
  original: "/scripts/target/a.cfg",
  originalSha256: "0".repeat(64),
  patchedSha256: "f".repeat(64),
  fixed: [],
  left: [],
};
const manifest = {
  schema: 1 as const,
  tool: "l5cfg-fix 0.1.0",
  openocd: { version: "0.12.0", why: "assumed" },
  searchPaths: [".", "/scripts"],
  transports: ["hla_swd"],
  interfaces: {},
  targets: ["target/a.cfg"],
  boards: [],
  files: [file],
  left: [],
};

const overlayWith = (files: Record<string, string>, own = manifest) =>
  folderWith({ "l5cfg-fix.json": JSON.stringify(own), "openocd.cfg": "", "target/a.cfg": "", ...files });

describe("files in an overlay that its manifest does not name", () => {
  it("are listed, and the overlay refused", () => {
    const evil = { ...manifest, files: [], targets: [] };
    const folder = overlayWith({ "interface/stlink.cfg": "exec evil" }, evil);
    expect(() => readOverlay(folder, diskFiles)).toThrow(ManifestError);
    expect(() => readOverlay(folder, diskFiles)).toThrow(
      /files in it that its l5cfg-fix.json does not name.* find them first: (target\/a.cfg|interface\/stlink.cfg), .*; remove them/,
    );
  });

  it("are also links, to files and folders, and whatever has no ending", () => {
    const folder = overlayWith({ README: "", "board/x/y.tcl": "" });
    symlinkSync("target", join(folder, "board/link"));
    symlinkSync("nowhere", join(folder, "target/b.cfg"));
    expect(foreignFiles(folder, manifest, diskFiles).sort()).toEqual([
      "README",
      "board/link",
      "board/x/y.tcl",
      "target/b.cfg",
    ]);
  });

  it("are none of those that this program leaves, nor what git and systems do", () => {
    const folder = overlayWith({
      ".gitignore": "*",
      ".git/config": "",
      "target/a.cfg.l5cfg-fix-new": "",
      "target/a.cfg.l5cfg-fix-changed": "",
      "target/a.cfg.l5cfg-fix-changed-2": "",
      "target/.DS_Store": "",
    });
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(folder, "l5cfg-fix-lock-0123456789ab-1-2-0"), "");
    expect(foreignFiles(folder, manifest, diskFiles)).toEqual([]);
    expect(readOverlay(folder, diskFiles)).toEqual(manifest);
  });

  it("are not counted for ever", () => {
    const files = Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`x/${n}.cfg`, ""]));
    expect(foreignFiles(overlayWith(files), manifest, diskFiles)).toHaveLength(1000);
  });
});
