import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, fix, openCommandLine } from "../../src/index.ts";
import { runBounded } from "../oracle/bounded.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";
import { folderWith } from "./fixtures.ts";

const chip =
  "swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\n";
const files = {
  "probe.cfg": "adapter driver cmsis-dap\ntransport select swd\n",
  "chip.cfg": chip,
  "late.cfg": "if {[info exists SPEED]} {adapter speed $SPEED}\n",
  "lib/deep.cfg": "echo deep\n",
  "openocd.cfg": "adapter driver dummy\n",
};

/** Whether OpenOCD says an error before the end of its configuration stage. */
async function refusal(words: readonly string[], cwd: string): Promise<boolean> {
  const bounds = { cwd, env: process.env, timeoutMs: 60_000, maxBytes: 1 << 20 };
  const { status, stderr } = await runBounded(openocd!, [...words, "-c", "shutdown"], bounds);
  return status !== 0 || stderr.includes("Error: ");
}

describeWithOpenocd("a command line is run as OpenOCD runs it", () => {
  it.each<[string[], string | undefined]>([
    [["-f", "probe.cfg", "-f", "chip.cfg"], undefined],
    [["-c", "set SPEED 100", "-f", "probe.cfg", "-f", "chip.cfg", "-f", "late.cfg"], undefined],
    [["-f", "chip.cfg", "-f", "probe.cfg"], "adapter-too-late"],
    [["-f", "probe.cfg", "-f", "chip.cfg", "-f", "chip.cfg"], "created-twice"],
    [["-f", "probe.cfg", "-c", "frobnicate"], "command-unknown"],
    [["-f", "probe.cfg", "-f", "deep.cfg"], "source-not-found"],
    [["-s", "lib", "-f", "probe.cfg", "-f", "deep.cfg"], undefined],
    [["-f", "interface/cmsis-dap.cfg", "-f", "target/stm32l4x.cfg"], undefined],
    [["-f", "interface/stlink.cfg", "-f", "nowhere.cfg", "-f", "target/stm32l4x.cfg"], "source-not-found"],
    [["-f", "target/stm32l4x.cfg"], "config-refused"],
  ])("%j", async (words, rule) => {
    const cwd = folderWith(files);
    const { findings, runs } = check(openCommandLine(words, { cwd }), { cwd });
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors[0]?.rule).toBe(rule);
    expect(runs.length).toBe(1);
    expect(await refusal(words, cwd)).toBe(rule !== undefined);
  });
});

describe("a command line", () => {
  it("that names nothing is openocd.cfg", () => {
    const cwd = folderWith(files);
    const { runs } = check(openCommandLine([], { cwd }), { cwd });
    expect(runs.map(({ adapter, read }) => [adapter, read[1]])).toEqual([
      ["dummy", join(cwd, "openocd.cfg")],
    ]);
  });

  it("may flash, and end OpenOCD", () => {
    const cwd = folderWith(files);
    const words = [
      "-f",
      "probe.cfg",
      "-f",
      "chip.cfg",
      "-c",
      "program x.elf verify reset exit",
      "-c",
      "shutdown",
    ];
    const { findings, runs } = check(openCommandLine(words, { cwd }), { cwd });
    expect([findings, runs[0]?.refusal]).toEqual([[], undefined]);
  });

  it("is not patched itself", () => {
    const cwd = folderWith(files);
    const words = ["-f", "probe.cfg", "-c", "reset_config srst-only"];
    const { fixed, left, files: patched } = fix(openCommandLine(words, { cwd }), { cwd });
    expect([fixed, patched]).toEqual([[], []]);
    expect(left.map(({ why, at }) => [why, at.line])).toEqual([
      ["it is on the command line; change it there", 2],
    ]);
  });

  it("with the program's path uses the scripts of its install", () => {
    const cwd = folderWith({
      "x/bin/openocd": "",
      "x/share/openocd/scripts/target/own.cfg": "echo own\n",
      "x/share/openocd/scripts/interface/own.cfg": files["probe.cfg"],
    });
    const words = [join(cwd, "x/bin/openocd"), "-f", "interface/own.cfg", "-f", "target/own.cfg"];
    expect(check(openCommandLine(words, { cwd }), { cwd }).findings).toEqual([]);
  });
});
