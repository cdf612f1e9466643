import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ConfirmedRun } from "../../src/check/confirmation.ts";
import { type CommandResult, l5cfgFix } from "../support/command.ts";
import { fixtures, install, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, needPrograms, scriptsDir } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["ps", "sleep", "touch"], /^ends an OpenOCD|^runs the program/);

// Several runs of OpenOCD each, on a machine with other things to do.
vi.setConfig({ testTimeout: 120_000 });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "l5cfg-fix-test-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

interface Run {
  config: string;
  transport: string;
  side: string;
  success: boolean;
  verified: boolean;
  programmed: number;
  equal: boolean;
  errors: string[];
  commands: number;
  milliseconds: number;
  cut?: string;
  command: string[];
}

interface Report {
  openocd: { path: string; version: string };
  firmware: { size: number; seed?: number; path?: string };
  skipped: { name: string; why: string }[];
  runs: Run[];
  confirmed: { config: string; accepted: boolean; runs: ConfirmedRun[] }[];
  proven: boolean;
}

async function prove(...args: string[]): Promise<CommandResult & { report: Report }> {
  const result = await l5cfgFix(["prove", ...args, "--format", "json"]);
  const { stdout, stderr } = result;
  if (stdout === "") throw new Error(stderr);
  return { ...result, report: JSON.parse(stdout) };
}

/** A firmware that takes less time than the usual one. */
function small(): string[] {
  const file = join(folder(), "small.bin");
  writeFileSync(file, randomBytes(16 * 1024));
  return ["--firmware", file];
}

const only = (...transports: string[]) => transports.flatMap((name) => ["--transport", name]);

/** OpenOCD's own config without the line that gives it a work area. */
function withoutWorkArea(): string {
  const at = folder();
  mkdirSync(join(at, "target"));
  for (const name of ["stm32l5x.cfg", "stm32x5x_common.cfg", "swj-dp.tcl"]) {
    cpSync(join(scriptsDir, "target", name), join(at, "target", name));
  }
  cpSync(join(scriptsDir, "mem_helper.tcl"), join(at, "mem_helper.tcl"));
  const common = join(at, "target/stm32x5x_common.cfg");
  const text = readFileSync(common, "utf8");
  const line = /^.*-work-area-phys 0x20000000.*\n/m;
  expect(text).toMatch(line);
  writeFileSync(common, text.replace(line, ""));
  return at;
}

describeWithOpenocd("prove", () => {
  it("proves the install for OpenOCD 0.12.0 under both ways to ST-LINK", async () => {
    const args = [install, "--openocd", "0.12.0", ...only("hla_swd", "dapdirect_swd")];
    const { status, report } = await prove(...args);
    expect(status).toBe(0);
    expect(report.proven).toBe(true);
    const configs = [...new Set(report.runs.map(({ config }) => config))].sort();
    expect(configs).toEqual(["target/stm32g0x.cfg", "target/stm32h7x.cfg", "target/stm32l5x.cfg"]);
    for (const run of report.runs.filter(({ side }) => side === "patched")) {
      expect(run, run.config).toMatchObject({ success: true, verified: true, equal: true });
    }
    const l5 = report.runs.filter(({ config }) => config === "target/stm32l5x.cfg");
    const runs = l5.map(({ transport, side, success, verified, equal }) => [
      ...[transport, side, success, verified, equal],
    ]);
    expect(runs).toEqual([
      ["hla_swd", "original", false, false, false],
      ["hla_swd", "patched", true, true, true],
      ["dapdirect_swd", "original", false, false, false],
      ["dapdirect_swd", "patched", true, true, true],
    ]);
    expect(l5[0]!.errors.join()).toContain("Infinite eval recursion");
    expect(l5[2]!.errors).toContain("Error: flash driver 'stm32l5x' not found");
    expect(l5[1]!.command.join(" ")).toMatch(/overlay\/openocd\.cfg/);
  });

  it("shows what a work area is worth", async () => {
    const { status, report } = await prove(
      join(withoutWorkArea(), "target/stm32l5x.cfg"),
      ...small(),
      ...only("hla_swd"),
    );
    expect(status).toBe(0);
    const [original, patched] = report.runs;
    const missing = "Error: No working memory available. Specify -work-area-phys to target.";
    expect(original!.errors).toContain(missing);
    expect(original!.equal).toBe(true);
    expect(patched!.errors).toEqual([]);
    expect(patched!.equal).toBe(true);
    // What it costs at a probe does not depend on how busy this machine is.
    expect(original!.commands).toBeGreaterThan(5 * patched!.commands);
  });

  it("has nothing to patch in OpenOCD's own config, and writes a firmware of its own form", async () => {
    const hex = join(folder(), "blink.hex");
    writeFileSync(hex, ":020000040800F2\n:080100000102030405060708D3\n:00000001FF\n");
    const { status, report } = await prove(
      join(scriptsDir, "target/stm32l5x.cfg"),
      "--firmware",
      hex,
      ...only("dapdirect_swd"),
    );
    expect(status).toBe(0);
    expect(report.firmware).toEqual({ size: 8, path: hex });
    expect(report.runs.map(({ side, equal }) => [side, equal])).toEqual([["original", true]]);
  });

  it("takes an overlay as it is", async () => {
    const overlay = join(folder(), "overlay");
    await l5cfgFix([install, "--openocd", "0.12.0", "-o", overlay]);
    const { status, report } = await prove(overlay, "--seed", "7", ...only("dapdirect_swd"));
    expect(status).toBe(0);
    expect(report.firmware.seed).toBe(7);
    const l5 = report.runs.filter(({ config }) => config === "target/stm32l5x.cfg");
    expect(l5.map(({ side, equal }) => [side, equal])).toEqual([
      ["original", false],
      ["patched", true],
    ]);
  });

  it("takes a board file with its own transport and ports", async () => {
    const file = join(fixtures, "variants/board/stm32l552e-dk.cfg");
    const args = [
      "prove",
      file,
      "-s",
      scripts,
      "--openocd",
      "0.12.0",
      "--set",
      "GDB_PORT=3333",
      "--no-color",
    ];
    const { status, stdout } = await l5cfgFix(args);
    expect(stdout).toMatch(/hla_swd +original +no +failed/);
    expect(stdout).toMatch(/hla_swd +patched +yes +success +yes +\S+ s +equal/);
    expect(stdout).toContain("Proven: 1 of 1 runs with the patched config wrote every byte.");
    expect(status).toBe(0);
  });

  it("has OpenOCD run a config up to init where there is no board for it", async () => {
    const acme = join(fixtures, "variants/unknown-chip/target/acme9000.cfg");
    const { status, report } = await prove(acme, ...only("dapdirect_swd"));
    const [{ config, accepted, runs }] = report.confirmed as [(typeof report.confirmed)[number]];
    expect([config, accepted, report.proven, report.runs]).toEqual(["target/acme9000.cfg", true, true, []]);
    expect(runs.map(({ side, says, agrees }) => [side, says, agrees])).toEqual([
      ["original", "accepted", true],
    ]);
    expect(status).toBe(0);
  });

  it("ends with 1 where a fixed config does not write every byte", async () => {
    // Half of it is for RAM: OpenOCD only warns of that.
    const hex = join(folder(), "beyond.hex");
    writeFileSync(hex, ":020000040800F2\n:0100000042BD\n:020000042003D7\n:0100000042BD\n:00000001FF\n");
    const file = join(scriptsDir, "target/stm32l5x.cfg");
    const { status, report } = await prove(file, "--firmware", hex, ...only("hla_swd"));
    expect(status).toBe(1);
    expect(report.proven).toBe(false);
  });
});

describe("prove", () => {
  const program = (text: string) => {
    const file = join(folder(), "openocd");
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const saysVersion = 'if [ "$1" = --version ]; then echo "Open On-Chip Debugger 0.12.0" >&2; exit 0; fi\n';
  const config = join(scripts, "target/stm32l5x.cfg");

  it("ends an OpenOCD that does not end, with all it has started, and leaves no files", async () => {
    const marker = `${process.pid}.${Date.now() % 1000}`;
    const stubborn = program(`${saysVersion}trap "" TERM INT\nsleep 60${marker} & sleep 60${marker}`);
    const temporary = folder();
    const args = ["prove", config, "--openocd-bin", stubborn, "--timeout", "0.5", ...only("hla_swd")];
    const { status, stdout } = await l5cfgFix([...args, "--no-color"], {
      env: { TMPDIR: temporary },
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/patched +no +timeout +no/);
    expect(readdirSync(temporary)).toEqual([]);
    const { stdout: left } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(left).not.toContain(`sleep 60${marker}`);
  });

  it("runs the program that an overlay names only with --trust", async () => {
    const at = folder();
    const overlay = join(at, "overlay");
    await l5cfgFix([install, "--openocd", "0.12.0", "-o", overlay]);
    const manifest = join(overlay, "l5cfg-fix.json");
    const value = JSON.parse(readFileSync(manifest, "utf8"));
    value.openocd.binary = program(`touch ${at}/ran`);
    writeFileSync(manifest, JSON.stringify(value));
    const { status, stderr } = await l5cfgFix(["prove", overlay]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("--trust runs it") });
    expect(existsSync(join(at, "ran"))).toBe(false);
    await l5cfgFix(["prove", overlay, "--trust"]);
    expect(existsSync(join(at, "ran"))).toBe(true);
  });

  it.each([
    [
      "a board that there is none of",
      [config, "--board", "stm32x"],
      "there is no virtual stm32x, only stm32c031, ",
    ],
    ["a transport that ST-LINK does not have", [config, "--transport", "swd"], "the board has an ST-LINK"],
    ["a firmware that is not there", [config, "--firmware", "/nowhere.elf"], "there is no file /nowhere.elf"],
    ["standard input", ["-"], "prove needs a config on disk"],
    ["a seed that is no number", [config, "--seed", "x"], "whole number"],
    ["no time at all", [config, "--timeout", "0"], "number of seconds"],
  ])("refuses %s", async (_, args, message) => {
    const fake = program(saysVersion);
    const { status, stderr } = await l5cfgFix(["prove", ...args, "--openocd-bin", fake]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });

  it("has the transports of --openocd where a program does not say which one it is", async () => {
    const snapshot = program('echo "Open On-Chip Debugger 0.10.0+dev-snapshot" >&2\nexit 0');
    const args = [config, "--openocd-bin", snapshot, "--openocd", "0.12.0", ...only("dapdirect_swd")];
    const { report } = await prove(...args);
    expect(report.runs.map(({ transport, side }) => [transport, side])).toEqual([
      ["dapdirect_swd", "original"],
      ["dapdirect_swd", "patched"],
    ]);
  });

  it("refuses what is no OpenOCD", async () => {
    for (const [binary, message] of [
      ["/nowhere/openocd", "is no program that can be run"],
      [program("exit 3"), "prints no version of OpenOCD"],
    ] as const) {
      const { status, stderr } = await l5cfgFix(["prove", config, "--openocd-bin", binary]);
      expect(stderr).toContain(message);
      expect(status).toBe(2);
    }
  });
});
