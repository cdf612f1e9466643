import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, cubeOpenocd, fixtures, install, scripts } from "../../support/fixtures.ts";
import { hashes } from "../../support/tree.ts";

it("fixes the L5, leaves the G0 and the H7 alone and touches nothing under fixtures", async () => {
  const before = hashes(fixtures);
  const folder = folderWith();
  const { status, stdout, stderr } = await l5cfgFix([install], { cwd: folder });
  expect(status).toBe(0);
  expect(Object.keys(hashes(folder))).toEqual([
    "l5cfg-fix-overlay/l5cfg-fix.json",
    "l5cfg-fix-overlay/openocd.cfg",
    "l5cfg-fix-overlay/target/stm32l5x.cfg",
  ]);
  expect(hashes(fixtures)).toEqual(before);
  expect(stderr.replaceAll(scripts, "SCRIPTS")).toMatchInlineSnapshot(`
    "SCRIPTS: 3 configs for OpenOCD 0.10.0+dev-g30d1303 (ships with STM32CubeIDE debug plugin 1.4.0.202007081208)

    "
  `);
  expect(stdout.replaceAll(scripts, "SCRIPTS").replaceAll(folder, "HERE")).toMatchInlineSnapshot(`
    "SCRIPTS/target/stm32l5x.cfg:66:1 error work-area-missing
      target stm32l5.cpu has flash (stm32l5.flash and stm32l5.flash_sec) but no work area when the configuration stage ends
        66 | target create $_TARGETNAME cortex_m -endian $_ENDIAN -dap $_CHIPNAME.dap -ap-num 0
           | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      note: the handler of gdb-attach sets one (line 203 and line 205), but it runs only when a debugger attaches, not when flashing from the command line
      fixed: give stm32l5.cpu a work area at 0x20000000, $_WORKAREASIZE bytes large

    SCRIPTS/target/stm32l5x.cfg:127:2 error dap-command-under-hla (hla_swd)
      \`stm32l5.dap apcsw\` can be reached under HLA (in the handler of halted; in the proc ahb_ap_non_secure_access, called from line 143)
        127 | 	$_CHIPNAME.dap apcsw 0x4B000000
            | 	^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      note: a second \`dap create\` would not help: the DAP may exist, its commands do not under HLA
      note: the other way out is not to use HLA: \`interface/stlink-dap.cfg\` with \`transport select dapdirect_swd\` (needs ST-LINK firmware V2J24 or later)
      fixed: guard it with \`if {![using_hla]}\`

    SCRIPTS/target/stm32l5x.cfg:132:2 error dap-command-under-hla (hla_swd)
      \`stm32l5.dap apcsw\` can be reached under HLA (in the handler of halted; in the proc ahb_ap_secure_access, called from line 140)
        132 | 	$_CHIPNAME.dap apcsw 0x0B000000
            | 	^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
      fixed: guard it with \`if {![using_hla]}\`

    3 findings fixed in 1 file, 0 left. The patched copies are in l5cfg-fix-overlay; nothing else was touched.

    To flash with them:

      openocd -s HERE/l5cfg-fix-overlay -s SCRIPTS -f HERE/l5cfg-fix-overlay/openocd.cfg -c "program firmware.elf verify reset exit"
    "
  `);
});

it("finds nothing more in the overlay", async () => {
  const folder = folderWith();
  await l5cfgFix([install], { cwd: folder });
  const before = hashes(folder);
  const again = await l5cfgFix(["l5cfg-fix-overlay", "-o", "again"], { cwd: folder });
  expect(again).toMatchObject({ status: 0, stdout: "Nothing to fix.\n" });
  expect(await l5cfgFix(["--check", "l5cfg-fix-overlay"], { cwd: folder })).toMatchObject({
    status: 0,
    stdout: "",
  });
  expect(hashes(folder)).toEqual(before);
});

it("fixes the same from within the scripts folder, where OpenOCD finds files by relative names", async () => {
  const copy = join(folderWith(), "scripts");
  cpSync(scripts, copy, { recursive: true });
  const overlays: Record<string, string>[] = [];
  for (const cwd of [copy, folderWith()]) {
    const output = join(folderWith(), "overlay");
    const path = cwd === copy ? "." : copy;
    const { status } = await l5cfgFix([path, "-o", output, "--openocd", "0.12.0"], { cwd });
    expect(status).toBe(0);
    overlays.push(hashes(output));
  }
  expect(Object.keys(overlays[0]!)).toContain("target/swj-dp.tcl");
  expect(overlays[0]).toEqual(overlays[1]);
});

it("writes the same bytes when it runs twice", async () => {
  const folder = folderWith();
  const run = async () => await l5cfgFix([install, "-o", "overlay"], { cwd: folder });
  const first = [(await run()).stdout, hashes(folder)];
  expect([(await run()).stdout, hashes(folder)]).toEqual(first);
});

it("leaves a file alone that it patched already", async () => {
  const folder = folderWith();
  await l5cfgFix([install, "-o", "overlay", "--openocd", "0.12.0"], { cwd: folder });
  const file = join(folder, "overlay/target/stm32l5x.cfg");
  const args = ["-s", join(folder, "overlay"), "-s", scripts, "--openocd", "0.12.0", "--diff", file];
  expect(await l5cfgFix(args)).toEqual({ status: 0, stdout: "", stderr: "" });
});

it("patches what a board of the IDE sources, and says how to flash with the board", async () => {
  const folder = folderWith();
  const board = join(fixtures, "variants/board/stm32l552e-dk.cfg");
  const { status, stdout } = await l5cfgFix([board, "-s", scripts, "-o", "overlay"], { cwd: folder });
  expect(status).toBe(0);
  expect(stdout).toContain("target/stm32l5x.cfg:66:1 error work-area-missing");
  expect(Object.keys(hashes(join(folder, "overlay")))).toContain("target/stm32l5x.cfg");
  expect(stdout).toContain(`-f ${folder}/overlay/openocd.cfg -c "program firmware.elf verify reset exit"`);
});

it("gives a work area of the size that --set asks for", async () => {
  const target = join(scripts, "target/stm32l5x.cfg");
  const inspected = async (file: string) =>
    JSON.parse(
      (await l5cfgFix(["inspect", file, "-s", scripts, "--set", "WORKAREASIZE=0x4000", "--format", "json"]))
        .stdout,
    );
  expect((await inspected(target)).targets[0].workArea.size).toBe(0);
  const folder = folderWith();
  await l5cfgFix([install, "-o", "overlay", "--set", "WORKAREASIZE=0x4000"], { cwd: folder });
  expect((await inspected(join(folder, "overlay/target/stm32l5x.cfg"))).targets[0].workArea.size).toBe(
    0x4000,
  );
});

it("ends with 1, and says why, when something is left", async () => {
  const folder = folderWith();
  const unknown = join(fixtures, "variants/unknown-chip");
  const { status, stdout } = await l5cfgFix([unknown, "-s", scripts, "--openocd", cubeOpenocd], {
    cwd: folder,
  });
  expect(status).toBe(1);
  expect(stdout).toContain("no automatic fix");
  expect(stdout).toContain("0 findings fixed in 0 files, 1 left.");
  expect(hashes(folder)).toEqual({});
});

it("keeps line ends, and all bytes but those it has to change", async () => {
  const folder = folderWith();
  await l5cfgFix([install, "-o", "overlay"], { cwd: folder });
  const before = bytes(join(scripts, "target/stm32l5x.cfg")).split("\n");
  const after = bytes(join(folder, "overlay/target/stm32l5x.cfg")).split("\n");
  expect(after.slice(0, -1).every((line) => line.endsWith("\r"))).toBe(true);
  const kept = after.filter((line) => before.includes(line) || before.includes(line.slice(1)));
  expect(after.length - kept.length).toBe(3);
});

it("writes a manifest that a runner needs nothing else with", async () => {
  const folder = folderWith();
  await l5cfgFix([install, "-o", "overlay", "--transport", "hla_swd"], { cwd: folder });
  const manifest = JSON.parse(readFileSync(join(folder, "overlay/l5cfg-fix.json"), "utf8"));
  expect(manifest).toMatchObject({
    schema: 1,
    openocd: { version: "0.10.0+dev-g30d1303" },
    searchPaths: [".", scripts],
    transports: ["hla_swd"],
    targets: ["target/stm32l5x.cfg"],
    files: [{ path: "target/stm32l5x.cfg" }],
    left: [],
  });
});
