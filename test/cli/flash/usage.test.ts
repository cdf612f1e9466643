import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fauxOverlay } from "../../flash/support/faux.ts";
import { l5, overlayFor } from "../../flash/support/overlay.ts";
import { folderWith } from "../../install/fixtures.ts";
import { packageFolder, packageVersion } from "../../support/command.ts";
import { elf, noise } from "../../support/firmware.ts";
import { l5cfgFlash } from "../../support/flash-command.ts";
import { describeWithOpenocd, needPrograms } from "../../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["sh"], /prints the command as one types it/);

const firmware = elf([{ address: 0x08000000, data: noise(2000) }]).toString("latin1");

/** A folder with a firmware, to work in. */
function workspace(files: Record<string, string> = {}): string {
  return folderWith({ "fw.elf": firmware, "fw.bin": "\x01\x02", ...files });
}

describe("wrong use ends with 2 and one line that says what to do", () => {
  it.each<[string, string[], string]>([
    ["no firmware there", ["none.elf"], "there is no file none.elf; build the firmware first"],
    ["an empty firmware", ["empty.bin"], "empty.bin: is empty"],
    ["a folder", ["."], ". is not a file"],
    ["something else", ["fw.uf2"], "fw.uf2: is no ELF; the name of another form ends in .hex or .bin"],
    ["an address for an ELF", ["fw.elf", "--address", "0x08000000"], "fw.elf says itself where it goes"],
    ["no address", ["fw.bin", "--address", "8MB"], "--address 8MB: give it an address"],
    ["no speed", ["fw.elf", "--speed", "fast"], "--speed fast: give it a speed in kHz"],
    ["no time", ["fw.elf", "--timeout", "soon"], "--timeout soon: give it a number of seconds"],
    ["no variable", ["fw.elf", "--set", "x"], "--set x: give it as NAME=VALUE"],
    ["no such option", ["fw.elf", "--verfy"], "unknown option '--verfy' (Did you mean --verify?)"],
    ["no such reset", ["fw.elf", "--reset", "off"], "Allowed choices are run, halt, none"],
    [
      "no program",
      ["fw.elf", "--openocd-bin", "./no-openocd"],
      "there is no such program; --openocd-bin names",
    ],
  ])("%s", async (_, args, message) => {
    const cwd = workspace({ "empty.bin": "", "fw.uf2": "x" });
    const { status, stdout, stderr } = await l5cfgFlash([...args, "--overlay", fauxOverlay(), "--quiet"], {
      cwd,
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^l5cfg-flash: .*\n$/);
    expect(stderr).toContain(message);
  });

  it("without an overlay says which command makes one", async () => {
    const { status, stderr } = await l5cfgFlash(["fw.elf"], { cwd: workspace() });
    expect(status).toBe(2);
    expect(stderr).toContain("Make one with `npx l5cfg-fix INSTALL`");
  });

  it("does not change a board's transport", async () => {
    const args = ["fw.elf", "--overlay", fauxOverlay(), "--transport", "hla_swd"];
    const { status, stderr } = await l5cfgFlash(args, { cwd: workspace() });
    expect(status).toBe(2);
    expect(stderr).toContain("faux is a board, which selects its transport itself");
  });
});

it("prints its version, its options and its statuses", async () => {
  expect((await l5cfgFlash(["--version"])).stdout).toBe(`${packageVersion}\n`);
  const { status, stdout } = await l5cfgFlash(["--help"]);
  expect(status).toBe(0);
  const documented = readFileSync(join(packageFolder, "docs/flash.md"), "utf8");
  for (const [option] of stdout.matchAll(/--[a-z][a-z-]+/g)) expect(documented, option).toContain(option);
  expect(stdout).toContain("Exit status: 0 ");
});

describe("--dry-run", () => {
  it("prints the command as one types it, and runs nothing", async () => {
    const cwd = workspace();
    const overlay = overlayFor(l5);
    const args = [
      "fw.bin",
      "--overlay",
      overlay,
      "--dry-run",
      "--serial",
      "it's",
      "--speed",
      "100",
      "-c",
      "echo {a b}",
    ];
    const { status, stdout, stderr } = await l5cfgFlash(args, { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const { stdout: words } = spawnSync("sh", ["-c", `printf '%s\\n' ${stdout}`], { encoding: "utf8" });
    expect(words.split("\n").slice(0, 3)).toEqual(["openocd", "-s", overlay]);
    for (const word of [`${overlay}/openocd.cfg`, "adapter serial it's", "adapter speed 100", "echo {a b}"]) {
      expect(words.split("\n")).toContain(word);
    }
    expect(words).toContain(`flash write_image ${cwd}/fw.bin 0x08000000 bin`);
  });

  it("prints it as JSON, too", async () => {
    const args = ["fw.elf", "--overlay", overlayFor(l5), "--dry-run", "--format", "json"];
    const { stdout } = await l5cfgFlash(args, { cwd: workspace() });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 2,
      target: "stm32l5x",
      transport: "hla_swd",
      verify: true,
      firmware: { format: "elf", size: 2000, sections: [{ address: 0x08000000, size: 2000 }] },
    });
  });
});

describeWithOpenocd("the command that it prints", () => {
  it("loads the overlay's config, whatever the working directory contains", async () => {
    const trap = "echo TRAPPED; shutdown error";
    const names = [
      "target/stm32l5x.cfg",
      "target/swj-dp.tcl",
      "mem_helper.tcl",
      "openocd.cfg",
      "interface/stlink.cfg",
    ];
    const cwd = workspace(Object.fromEntries(names.map((name) => [name, trap])));
    const overlay = overlayFor(l5);
    const args = ["fw.elf", "--overlay", overlay, "--dry-run", "-c", "echo READY; shutdown"];
    const { stdout } = await l5cfgFlash(args, { cwd });
    const { stderr } = spawnSync("sh", ["-c", stdout], { cwd, encoding: "utf8", timeout: 20_000 });
    expect(stderr).toContain("READY");
    expect(stderr).not.toContain("TRAPPED");
  });
});
