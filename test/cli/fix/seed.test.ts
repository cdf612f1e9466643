import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { runBounded } from "../../oracle/bounded.ts";
import { l5cfgFix } from "../../support/command.ts";
import { fixtures, scripts } from "../../support/fixtures.ts";
import { describeWithOpenocd, openocd } from "../../support/openocd.ts";
import { hashes } from "../../support/tree.ts";

/** The seed's two files: interface and target, and what to flash. */
const seed = join(fixtures, "seed");
const target = "openocd_interface_target_stlink.cfg";
const flash = "openocd_stm32_flash.cfg";

async function fixSeed() {
  const overlay = join(folderWith(), "overlay");
  const result = await l5cfgFix([target, "-s", scripts, "-o", overlay, "--openocd", "0.12.0"], { cwd: seed });
  return { ...result, overlay };
}

it("fixes what the seed's file sources, and touches nothing", async () => {
  const before = hashes(fixtures);
  const { status, stdout, overlay } = await fixSeed();
  expect(status).toBe(0);
  expect(stdout).toContain(", 0 left.");
  expect(Object.keys(hashes(overlay))).toEqual([
    "l5cfg-fix.json",
    "openocd.cfg",
    "target/stm32l5x.cfg",
    "target/swj-dp.tcl",
  ]);
  expect(hashes(fixtures)).toEqual(before);
});

it("finds nothing in either of the seed's files with the overlay in front", async () => {
  const { overlay } = await fixSeed();
  const { status, stdout } = await l5cfgFix(["--check", target, "-s", overlay, "-s", scripts], { cwd: seed });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  const both = { input: `source ${target}\nsource ${flash}\n`, cwd: seed };
  expect(await l5cfgFix(["--check", "-", "-s", overlay, "-s", scripts], both)).toMatchObject({
    status: 0,
    stdout: "",
  });
});

describeWithOpenocd("the seed's own command under OpenOCD 0.12.0", () => {
  const run = async (folders: readonly string[], ...more: string[]): Promise<string> => {
    const search = folders.flatMap((folder) => ["-s", folder]);
    const bounds = { cwd: seed, env: process.env, timeoutMs: 20_000, maxBytes: 1 << 20 };
    return (await runBounded(openocd!, [...search, "-f", target, ...more], bounds)).stderr;
  };

  it("gets through its configuration with the overlay in front", async () => {
    const log = await run([(await fixSeed()).overlay, scripts], "-c", "echo READY; shutdown");
    expect(log).toContain("READY");
    expect(log).not.toMatch(/Error|Warn/);
  });

  it("gets as far as to look for the ST-LINK", async () => {
    const log = await run([(await fixSeed()).overlay, scripts], "-f", flash);
    expect(log.match(/^Error: .*/gm)).toEqual(["Error: open failed"]);
  });

  it("does not get through it without the overlay", async () => {
    const log = await run([scripts], "-c", "echo READY; shutdown");
    expect(log).not.toContain("READY");
  });
});
