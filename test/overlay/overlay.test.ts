import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { OverlayError } from "../../src/overlay/errors.ts";
import { overlayName } from "../../src/overlay/overlay-name.ts";
import { writeOverlay } from "../../src/overlay/write-overlay.ts";
import { fixtures, folderWith, install, scripts } from "../install/fixtures.ts";
import { findingAt, planFor } from "./plans.ts";

const l5 = join(scripts, "target/stm32l5x.cfg");
const h7 = join(scripts, "target/stm32h7x.cfg");

/** The files in a folder and below it, by name. */
function listing(folder: string, under = ""): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const name = join(under, entry.name);
      return entry.isDirectory() ? listing(folder, name) : [name];
    })
    .sort();
}

describe("writeOverlay", () => {
  it("writes patched files byte for byte, the manifest and openocd.cfg", () => {
    const out = join(folderWith(), "deep/overlay");
    const text = "# caf\xe9 \xff\r\nset x 1\r\n";
    const overlay = writeOverlay(
      out,
      planFor(install, { "target/stm32l5x.cfg": text, "mem_helper.tcl": "" }),
    );
    const names = ["l5cfg-fix.json", "mem_helper.tcl", "openocd.cfg", "target/stm32l5x.cfg"];
    expect(listing(out)).toEqual(names);
    expect(overlay.folder).toBe(out);
    expect([...overlay.written].sort()).toEqual(names.map((name) => join(out, name)));
    expect(readFileSync(join(out, "target/stm32l5x.cfg"))).toEqual(Buffer.from(text, "latin1"));
    expect(readManifest(out, diskFiles)).toEqual(overlay.manifest);
  });

  it("says in the manifest all that a runner needs", () => {
    const plan = planFor(install, { "target/stm32l5x.cfg": "x", "target/stm32h7x.cfg": "y" });
    const fixed = [findingAt(l5, 50), findingAt(h7, 60)];
    const left = [
      { finding: findingAt(l5, 102, "dap-command-under-hla"), why: "it would change more" },
      { finding: findingAt(join(scripts, "mem_helper.tcl"), 2, "dap-missing") },
    ];
    const { manifest } = writeOverlay(folderWith(), { ...plan, patch: { ...plan.patch, fixed, left } });
    const entry = { message: expect.any(String), transports: ["hla_swd"] };
    expect(manifest).toEqual({
      schema: 1,
      tool: expect.stringMatching(/^l5cfg-fix \d/),
      openocd: {
        version: "0.10.0+dev-g30d1303",
        why: "ships with STM32CubeIDE debug plugin 1.4.0.202007081208",
      },
      searchPaths: [".", scripts],
      transports: ["hla_swd", "dapdirect_swd", "swd", "jtag"],
      interfaces: { hla: "interface/stlink.cfg", dap: "interface/stlink-dap.cfg" },
      targets: ["target/stm32h7x.cfg", "target/stm32l5x.cfg"],
      boards: [],
      files: [
        {
          path: "target/stm32h7x.cfg",
          original: h7,
          originalSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          patchedSha256: "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa",
          fixed: [{ rule: "work-area-missing", line: 60, ...entry }],
          left: [],
        },
        {
          path: "target/stm32l5x.cfg",
          original: l5,
          originalSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          patchedSha256: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
          fixed: [{ rule: "work-area-missing", line: 50, ...entry }],
          left: [{ rule: "dap-command-under-hla", line: 102, ...entry, why: "it would change more" }],
        },
      ],
      left: [{ file: join(scripts, "mem_helper.tcl"), rule: "dap-missing", line: 2, ...entry }],
    });
  });

  it("names the configs that a patched file is for, their own patches first", () => {
    const plan = planFor(install, { "target/stm32l5x.cfg": "x", "target/swj-dp.tcl": "y" });
    const { manifest } = writeOverlay(folderWith(), { ...plan, transports: ["dapdirect_swd"] });
    expect(manifest.targets).toEqual(["target/stm32l5x.cfg", "target/stm32g0x.cfg", "target/stm32h7x.cfg"]);
    expect(manifest.transports).toEqual(["dapdirect_swd"]);
  });

  it("names what is sourced from a search folder as `find` does", () => {
    const seed = join(fixtures, "seed");
    const plan = planFor(seed, {}, { searchPaths: [scripts] });
    const files = [{ path: l5, before: "", after: "x" }];
    const { manifest } = writeOverlay(folderWith(), { ...plan, patch: { ...plan.patch, files } });
    expect(manifest).toMatchObject({
      searchPaths: [".", scripts, seed],
      targets: ["openocd_interface_target_stlink.cfg"],
      boards: ["openocd_interface_target_stlink.cfg"],
      files: [{ path: "target/stm32l5x.cfg", original: l5 }],
    });
  });

  it("writes the same bytes each time", () => {
    const plan = planFor(install, { "target/stm32l5x.cfg": "x" });
    const read = (folder: string) =>
      listing(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    const [one, two] = [folderWith(), folderWith()];
    writeOverlay(one, plan);
    writeOverlay(two, plan);
    writeOverlay(two, plan);
    expect(read(one)).toEqual(read(two));
  });

  it("brings an earlier overlay up to date", () => {
    const out = folderWith();
    const files = { "target/stm32l5x.cfg": "x", "target/stm32h7x.cfg": "y" };
    writeOverlay(out, planFor(install, { ...files, "interface/stlink.cfg": "adapter driver hla\n" }));
    writeOverlay(out, planFor(install, { "target/stm32l5x.cfg": "z" }));
    expect(listing(out)).toEqual(["l5cfg-fix.json", "openocd.cfg", "target/stm32l5x.cfg"]);
    expect(existsSync(join(out, "interface"))).toBe(false);
    expect(readFileSync(join(out, "target/stm32l5x.cfg"), "latin1")).toBe("z");
  });

  it("is a path to check again", () => {
    const out = folderWith();
    writeOverlay(
      out,
      planFor(install, { "target/stm32l5x.cfg": "x", "target/swj-dp.tcl": "y" }, { openocd: "0.12.0" }),
    );
    const configs = [join(out, "target/stm32l5x.cfg"), join(scripts, "target/stm32g0x.cfg"), h7];
    const scope = projectAt(out);
    expect(scope).toMatchObject({
      kind: "overlay",
      root: out,
      searchPaths: [out, scripts],
      openocd: { version: "0.12.0", why: "the one the overlay was written for" },
    });
    expect(scope.configs).toEqual(configs);
    expect(projectAt(configs[0]!)).toMatchObject({ kind: "file", root: out, searchPaths: [out, scripts] });
  });
});

describe("writeOverlay refuses", () => {
  const plan = planFor(install, { "target/stm32l5x.cfg": "x" });
  const refused = (folder: string, message: RegExp | string, what = plan) => {
    expect(() => writeOverlay(folder, what)).toThrow(OverlayError);
    expect(() => writeOverlay(folder, what)).toThrow(message);
  };

  it("to write into what it stands in front of", () => {
    refused(scripts, "must stay as it is; choose another folder with -o");
    refused(join(scripts, "overlay"), "must stay as it is");
    refused(join(install, "overlay"), "must stay as it is");
    refused(join(scripts, "overlay"), "must stay as it is", planFor(l5, { "target/stm32l5x.cfg": "x" }));
    const link = join(folderWith(), "link");
    symlinkSync(scripts, link);
    refused(join(link, "overlay"), "must stay as it is");
    expect(existsSync(join(scripts, "overlay"))).toBe(false);
  });

  it("a folder with other files, and writes nothing", () => {
    const out = folderWith({ "notes.txt": "" });
    refused(out, "is no overlay of l5cfg-fix");
    expect(listing(out)).toEqual(["notes.txt"]);
    refused(join(out, "notes.txt"), "is not a folder");
  });

  it("an overlay of a newer l5cfg-fix", () => {
    const out = folderWith({ "l5cfg-fix.json": '{"schema":2}' });
    expect(() => writeOverlay(out, plan)).toThrow("update l5cfg-fix");
  });

  it("a person’s files in an overlay of its own, which OpenOCD would find first", () => {
    const out = folderWith();
    writeOverlay(out, plan);
    writeFileSync(join(out, "target/stm32h7x.cfg"), "mine");
    refused(out, "did not write, and OpenOCD would find them first: target/stm32h7x.cfg; move them away");
    expect(readFileSync(join(out, "target/stm32h7x.cfg"), "latin1")).toBe("mine");
  });

  it("to follow links out of the folder", () => {
    const outside = folderWith({ "stm32l5x.cfg": "original" });
    const out = folderWith();
    writeOverlay(out, planFor(install, { "mem_helper.tcl": "" }));
    symlinkSync(outside, join(out, "target"));
    refused(out, "OpenOCD would find them first: target; move them away");
    // A folder that was one of its own.
    const other = folderWith();
    writeOverlay(other, plan);
    rmSync(join(other, "target"), { recursive: true });
    symlinkSync(outside, join(other, "target"));
    refused(other, "OpenOCD would find them first: target; move them away");
    expect(readFileSync(join(outside, "stm32l5x.cfg"), "latin1")).toBe("original");
  });

  it("to write through a link, and replaces it", () => {
    const original = join(folderWith({ "a.cfg": "original" }), "a.cfg");
    const out = folderWith();
    writeOverlay(out, plan);
    rmSync(join(out, "target/stm32l5x.cfg"));
    symlinkSync(original, join(out, "target/stm32l5x.cfg"));
    writeOverlay(out, plan);
    expect(readFileSync(join(out, "target/stm32l5x.cfg"), "latin1")).toBe("x");
    expect(readFileSync(original, "latin1")).toBe("original");
  });

  it("a file that no search folder leads to", () => {
    const file = join(folderWith({ "a.cfg": "" }), "a.cfg");
    const files = [{ path: file, before: "", after: "x" }];
    refused(folderWith(), "is in no search folder", { ...plan, patch: { ...plan.patch, files } });
  });
});

describe("overlayName", () => {
  const { root, searchPaths } = projectAt(l5);
  it("is relative to the scripts folder that is searched, else to the root, else to a search folder", () => {
    expect(overlayName(l5, { root, searchPaths })).toBe("target/stm32l5x.cfg");
    expect(overlayName(l5, { root: fixtures, searchPaths: [scripts] })).toBe("target/stm32l5x.cfg");
    expect(overlayName(l5, { root: scripts, searchPaths: [join(scripts, "target")] })).toBe(
      "target/stm32l5x.cfg",
    );
    expect(overlayName(l5, { root: "/nowhere", searchPaths: [join(scripts, "target")] })).toBe(
      "stm32l5x.cfg",
    );
    expect(() => overlayName(l5, { root: "/nowhere", searchPaths: [] })).toThrow(OverlayError);
  });
});
