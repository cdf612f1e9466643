import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { folderWith } from "../install/fixtures.ts";
import { askOpenocd } from "../oracle/ask.ts";
import { l5cfgFix } from "../support/command.ts";
import { bytes, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, scriptsDir } from "../support/openocd.ts";

const l5 = bytes(join(scripts, "target/stm32l5x.cfg"));
const session = "source [find interface/stlink.cfg]\ntransport select hla_swd\n";

/** The overlay that `l5cfg-fix openocd.cfg` writes for a project. */
async function overlayOf(files: Record<string, string>, named = "openocd.cfg") {
  const cwd = folderWith(files);
  const out = join(folderWith(), "out");
  const { status, stdout } = await l5cfgFix([named, "--openocd", "0.12.0", "-s", scriptsDir, "-o", out], {
    cwd,
  });
  return { cwd, status, stdout, out };
}

const loaded = {
  loaded: true,
  errors: [],
  targets: [{ name: "stm32l5.cpu", workArea: { phys: 0x20000000 } }],
};

describeWithOpenocd("a project's own openocd.cfg", () => {
  it("is patched under another name, which the overlay's openocd.cfg loads", async () => {
    const { status, stdout, out, cwd } = await overlayOf({ "openocd.cfg": session + l5 });
    expect([status, stdout]).toEqual([0, expect.stringContaining("5 findings fixed in 1 file")]);
    const { files, targets, boards } = readManifest(out, diskFiles)!;
    expect(files).toMatchObject([{ path: "project-openocd.cfg", original: join(cwd, "openocd.cfg") }]);
    expect([targets, boards]).toEqual([["project-openocd.cfg"], ["project-openocd.cfg"]]);
    expect(await askOpenocd({ file: "openocd.cfg", cwd: out })).toMatchObject(loaded);
    // From the project itself, where OpenOCD would take the name for the unpatched one.
    expect(await askOpenocd({ file: join(out, "openocd.cfg"), cwd })).toMatchObject(loaded);
    for (const words of [["--check"], ["--refresh"]]) {
      expect((await l5cfgFix([...words, out], { cwd })).status).toBe(0);
    }
  });

  it("that only leads to what is patched is loaded as it is", async () => {
    const own = `${session}source [find target/mine.cfg]\nset done 1\n`;
    const { status, out } = await overlayOf({ "openocd.cfg": own, "target/mine.cfg": l5 });
    expect(status).toBe(0);
    expect(readManifest(out, diskFiles)!.files.map(({ path }) => path)).toEqual([
      "project-openocd.cfg",
      "target/mine.cfg",
    ]);
    expect(readFileSync(join(out, "project-openocd.cfg"), "latin1")).toBe(own);
    const answer = await askOpenocd({ file: "openocd.cfg", cwd: out });
    expect(answer).toMatchObject({ ...loaded, variables: { done: "1" } });
  });

  it("is found under its own name by a config that looks for it", async () => {
    const root = folderWith({
      "openocd.cfg": session + l5,
      "board.cfg": "source [find openocd.cfg]\nset done 1\n",
    });
    const out = join(folderWith(), "out");
    const { status } = await l5cfgFix([root, "--openocd", "0.12.0", "-s", scriptsDir, "-o", out]);
    expect(status).toBe(0);
    const before = ["set TARGET board.cfg"];
    expect(await askOpenocd({ file: "openocd.cfg", cwd: out, before })).toMatchObject({
      ...loaded,
      variables: { done: "1" },
    });
  });

  it.runIf(process.platform === "linux")("may be spelt otherwise", async () => {
    const { status, out } = await overlayOf({ "OpenOCD.cfg": session + l5 }, "OpenOCD.cfg");
    expect(status).toBe(0);
    expect(readManifest(out, diskFiles)!.targets).toEqual(["project-openocd.cfg"]);
    mkdirSync(join(out, "elsewhere"));
    writeFileSync(join(out, ".gitignore"), "*\n");
    expect(await askOpenocd({ file: "openocd.cfg", cwd: out })).toMatchObject(loaded);
  });
});
