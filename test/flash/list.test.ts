import { describe, expect, it } from "vitest";
import { progressLines } from "../../src/cli/flash/progress.ts";
import { Terminal } from "../../src/cli/terminal/terminal.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { planFlash } from "../../src/flash/plan.ts";
import { probesIn, usbDevices } from "../../src/flash/probes.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFlashHere } from "../support/command.ts";
import { checkReport } from "../support/report-schema.ts";
import { testSystem } from "../support/system.ts";
import { fauxOverlay } from "./support/faux.ts";
import { l5, overlayFor } from "./support/overlay.ts";

describe("l5cfg-flash --list", () => {
  it("prints the overlay's targets, and needs no firmware", async () => {
    const overlay = overlayFor(l5);
    const { status, stdout, stderr } = await l5cfgFlashHere(["--list", "--overlay", overlay]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("\n  stm32l5x  target/stm32l5x.cfg (the usual one)\n\nProbes, for --serial:\n");
    const json = await l5cfgFlashHere(["--list", "--overlay", overlay, "--format", "json"]);
    checkReport(json.stdout, "l5cfg-flash --list");
    expect(JSON.parse(json.stdout).targets).toEqual([{ name: "stm32l5x", script: "target/stm32l5x.cfg" }]);
    const none = await l5cfgFlashHere(["--overlay", overlay]);
    expect(none).toMatchObject({ status: 2, stdout: "" });
    expect(none.stderr).toContain("missing required argument 'firmware'");
  });

  it("knows probes among USB devices", () => {
    const device = (name: string, vendor: string, product: string, more: Record<string, string> = {}) =>
      Object.entries({ idVendor: vendor, idProduct: product, ...more }).map(
        ([file, text]): [string, string] => [`${usbDevices}/${name}/${file}`, `${text}\n`],
      );
    const fs = memoryFiles(
      new Map([
        ...device("1-1", "0483", "3748", { product: "STM32 STLink", serial: "066FFF48" }),
        ...device("1-2", "1366", "0105", { product: "J-Link" }),
        ...device("1-3", "0d28", "0204", { product: "Arm CMSIS-DAP v2", serial: "12" }),
        // ST's own bootloader is none, nor is a mouse.
        ...device("1-4", "0483", "df11", { product: "DFU" }),
        ...device("1-5", "046d", "c077", { product: "Mouse" }),
      ]),
    );
    expect(probesIn(fs)).toEqual([
      { name: "STM32 STLink", adapter: "st-link", usbId: "0483:3748", serial: "066FFF48" },
      { name: "J-Link", adapter: "jlink", usbId: "1366:0105" },
      { name: "Arm CMSIS-DAP v2", adapter: "cmsis-dap", usbId: "0d28:0204", serial: "12" },
    ]);
    expect(probesIn(memoryFiles(new Map()))).toEqual([]);
  });
});

describe("the steps of a run", () => {
  it("are a bar with bytes on a terminal, and a line with bytes and speed when they are over", () => {
    const shown = (isTTY: boolean) => {
      const { system, printed, leave } = testSystem({ cwd: folderWith(), input: "", env: { TERM: "xterm" } });
      const stderr = { write: (text: string) => system.stderr.write(text), isTTY, columns: 80 };
      const lines = progressLines(new Terminal({ ...system, stderr }, { color: "never" }), [
        "halting",
        "writing",
      ]);
      lines.show({ kind: "begin", step: "writing", bytes: 2048 });
      lines.show({ kind: "end", step: "writing", bytes: 2048, seconds: 2 });
      leave();
      return printed().stderr;
    };
    expect(shown(false)).toBe("writing    2.00 s  2.0 KiB, 1.0 KiB/s\n");
    expect(shown(true).split("\r\x1b[K").slice(1)).toEqual([
      expect.stringMatching(/^writing {4}\[##--\] {2}\d\.\d\d s {2}2\.0 KiB /),
      "writing    2.00 s  2.0 KiB, 1.0 KiB/s\n",
    ]);
  });
});

describe("a target that the overlay does not have", () => {
  const firmware = () => `${folderWith({ "fw.bin": "\x01\x02" })}/fw.bin`;

  it("is refused before OpenOCD starts, with the nearest", () => {
    const overlay = overlayFor(l5);
    const plan = (target: string) => () => planFlash({ firmware: firmware(), overlay, target });
    expect(plan("nope")).toThrow('no target or board is called "nope"; patched here: stm32l5x');
    expect(plan("stm32l5")).toThrow("did you mean stm32l5x?");
    const variables = { TARGET: "nope" };
    expect(() => planFlash({ firmware: firmware(), overlay, variables })).toThrow('called "nope"');
  });

  it("may be one of the scripts after it", () => {
    const plan = (target: string) => planFlash({ firmware: firmware(), overlay: overlayFor(l5), target });
    for (const target of ["stm32g0x", "target/stm32g0x.cfg"]) expect(plan(target).target).toBe(target);
    expect(planFlash({ firmware: firmware(), overlay: fauxOverlay(), target: "faux" }).target).toBe("faux");
  });
});
