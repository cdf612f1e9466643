import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { staysInside } from "../../src/files/paths.ts";
import { ManifestError } from "../../src/manifest/errors.ts";
import type { Manifest } from "../../src/manifest/manifest.ts";
import { parseManifest, readManifest } from "../../src/manifest/read-manifest.ts";
import { folderWith } from "../install/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["mkfifo"], /a pipe/);

const manifest: Manifest = {
  schema: 1,
  tool: "l5cfg-fix 0.1.0",
  openocd: { version: "0.12.0", why: "assumed" },
  searchPaths: [".", "/scripts"],
  transports: ["hla_swd"],
  interfaces: { hla: "interface/stlink.cfg" },
  targets: ["target/a.cfg"],
  boards: [],
  files: [
    {
      path: "target/a.cfg",
      original: "/scripts/target/a.cfg",
      originalSha256: "0".repeat(64),
      patchedSha256: "f".repeat(64),
      fixed: [{ rule: "work-area-missing", line: 3, message: "none", transports: ["hla_swd"] }],
      left: [],
    },
  ],
  left: [{ file: "/scripts/b.cfg", rule: "dap-missing", line: 1, message: "none", transports: [], why: "x" }],
};

describe("parseManifest", () => {
  it("reads what was written", () => {
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
    expect(readManifest(folderWith({ "l5cfg-fix.json": JSON.stringify(manifest) }), diskFiles)).toEqual(
      manifest,
    );
  });

  it("is not there in other folders", () => {
    expect(readManifest(folderWith(), diskFiles)).toBeUndefined();
    expect(readManifest("/nowhere", diskFiles)).toBeUndefined();
  });

  it("may say how the overlay was made", () => {
    const made = { path: "/scripts", search: ["/mine"], transport: [], set: ["A=1"], unsafe: false };
    expect(parseManifest(JSON.stringify({ ...manifest, made })).made).toEqual(made);
    const wrong = JSON.stringify({ ...manifest, made: { ...made, set: "A=1" } });
    expect(() => parseManifest(wrong)).toThrow('is damaged: "made.set" is missing or wrong');
  });

  it("does not wait for a pipe", () => {
    const folder = folderWith();
    execFileSync("mkfifo", [join(folder, "l5cfg-fix.json")]);
    expect(() => readManifest(folder, diskFiles)).toThrow("it is no plain file");
  });

  it("distinguishes a newer schema from a damaged one", () => {
    const newer = JSON.stringify({ ...manifest, schema: 2 });
    expect(() => parseManifest(newer)).toThrow(
      "l5cfg-fix.json has schema 2, this l5cfg-fix knows 1: a newer one wrote it; update l5cfg-fix",
    );
    const older = JSON.stringify({ ...manifest, schema: 0 });
    expect(() => parseManifest(older)).toThrow('is damaged: "schema" is missing or wrong');
  });

  it.each([
    ["not JSON", "{", "is not JSON"],
    ["no object", "[]", "is no manifest"],
    ["no schema", '{"name":"x"}', "is no manifest"],
  ])("refuses what is %s", (_, text, message) => {
    expect(() => parseManifest(text)).toThrow(ManifestError);
    expect(() => parseManifest(text)).toThrow(message);
  });

  const file = manifest.files[0]!;
  const made = { path: "/scripts", search: [], transport: [], set: [], unsafe: false };

  it.each([
    ["tool", { tool: "x\nexec evil" }],
    ["targets[0]", { targets: ["../a.cfg"] }],
    ["targets[1]", { targets: ["a.cfg", "/a.cfg"] }],
    ["boards", { boards: "none" }],
    ["openocd.why", { openocd: { version: "0.12.0" } }],
    ["openocd.version", { openocd: { version: "0.12.0\n", why: "" } }],
    ["openocd.binary", { openocd: { version: "0.12.0", why: "", binary: "../bin/openocd" } }],
    ["searchPaths[0]", { searchPaths: [1] }],
    ["searchPaths[0]", { searchPaths: ["/evil", "."] }],
    ["searchPaths[1]", { searchPaths: [".", "evil"] }],
    ["transports[0]", { transports: ["x\n\texec evil"] }],
    ["interfaces", { interfaces: null }],
    ["interfaces.hla", { interfaces: { hla: "/etc/evil.cfg" } }],
    ["files[0].path", { files: [{ ...file, path: "target/../../a.cfg" }] }],
    ["files[0].path", { files: [{ ...file, path: "openocd.cfg" }] }],
    ["files[0].original", { files: [{ ...file, original: "a.cfg" }] }],
    ["files[0].patchedSha256", { files: [{ ...file, patchedSha256: "0" }] }],
    ["files[0].fixed[0].line", { files: [{ ...file, fixed: [{ rule: "x" }] }] }],
    ["files", { files: [file, file] }],
    ["left", { left: undefined }],
    ["made.path", { made: { ...made, path: "../ide" } }],
    ["made.path", { made: { ...made, path: "/a\0b" } }],
    ["made.search[0]", { made: { ...made, search: ["../x"] } }],
    ["made.install", { made: { ...made, install: "ide" } }],
    ["made.plugin.path", { made: { ...made, plugin: { path: "ide", isNewest: true } } }],
    ["made.transport[0]", { made: { ...made, transport: ["x\n\texec touch /tmp/P\n"] } }],
    ["made.set[0]", { made: { ...made, set: ["NAME"] } }],
    ["made.unsafe", { made: { ...made, unsafe: "yes" } }],
  ])("refuses a wrong %s: %j", (place, wrong) => {
    expect(() => parseManifest(JSON.stringify({ ...manifest, ...wrong }))).toThrow(
      `is damaged: "${place}" is missing or wrong`,
    );
  });

  it("takes paths of any system, and nothing of what it does not know", () => {
    const paths = ["C:\\ST\\x", "c:/x", "\\\\host\\share"];
    const text = JSON.stringify({ ...manifest, searchPaths: [".", ...paths], __proto__: {}, more: 1 });
    expect(parseManifest(text)).toEqual({ ...manifest, searchPaths: [".", ...paths] });
  });
});

describe("staysInside", () => {
  it.each(["a", "target/a b.cfg", "..a/b.."])("takes %j", (name) => {
    expect(staysInside(name)).toBe(true);
  });
  it.each(["", ".", "..", "a/../b", "a\\..\\b", "/a", "C:\\a", "C:a", "\\\\host\\a", "a//b", "a\0b"])(
    "refuses %j",
    (name) => {
      expect(staysInside(name)).toBe(false);
    },
  );
});
