import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planFlash } from "../../src/flash/index.ts";
import { folderWith } from "../install/fixtures.ts";
import { install } from "../support/fixtures.ts";
import { l5, overlayFor } from "./support/overlay.ts";

const firmware = () => join(folderWith({ "fw.bin": "\x01" }), "fw.bin");

describe("planFlash", () => {
  it("chooses of several targets the first, or the one that is named", () => {
    const overlay = overlayFor(install);
    const usual = planFlash({ firmware: firmware(), overlay });
    expect(usual.target).toBe("stm32l5x");
    expect(usual.command).toContain("set TARGET stm32l5x");
    const other = planFlash({ firmware: firmware(), overlay, target: "stm32h7x" });
    expect(other.command).toContain("set TARGET stm32h7x");
  });

  it("passes a transport on, and reports it", () => {
    const overlay = overlayFor(l5);
    expect(planFlash({ firmware: firmware(), overlay })).toMatchObject({ transport: "hla_swd" });
    const other = planFlash({ firmware: firmware(), overlay, transport: "dapdirect_swd" });
    expect(other.transport).toBe("dapdirect_swd");
    expect(other.command).toContain("set TRANSPORT dapdirect_swd");
    const ours = planFlash({ firmware: firmware(), overlay, variables: { INTERFACE: "interface/x.cfg" } });
    expect(ours.transport).toBeUndefined();
  });

  it("does not pass a transport to an unknown board", () => {
    const options = { firmware: firmware(), overlay: overlayFor(l5), target: "board/other.cfg" };
    expect(() => planFlash({ ...options, transport: "hla_swd" })).toThrow("selects its transport itself");
  });

  it("names commands as the overlay's version has them", () => {
    const overlay = overlayFor(l5, { openocd: "0.10.0+dev-00699-g13de478d2" });
    const { command } = planFlash({ firmware: firmware(), overlay, speed: 100, serial: "A" });
    expect(command).toContain("adapter_khz 100");
    expect(command).toContain("hla_serial A");
  });

  it("runs what is named, from anywhere, or the program of the install", () => {
    const overlay = overlayFor(l5);
    const program = (openocdBinary?: string) =>
      planFlash({ firmware: firmware(), overlay, openocdBinary, trust: true }).command[0];
    expect(program()).toBe("openocd");
    expect(program("openocd-0.11")).toBe("openocd-0.11");
    expect(program("./bin/openocd")).toBe(join(process.cwd(), "bin/openocd"));
    const path = join(overlay, "l5cfg-fix.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    manifest.openocd.binary = "/st/bin/openocd";
    writeFileSync(path, JSON.stringify(manifest));
    expect(program()).toBe("/st/bin/openocd");
  });

  it.each([
    ["is damaged", "{", "is not JSON"],
    ["comes from later", '{"schema": 99}', "a newer one wrote it"],
  ])("refuses an overlay whose manifest %s", (_, text, message) => {
    const overlay = folderWith({ "l5cfg-fix.json": text, "openocd.cfg": "" });
    expect(() => planFlash({ firmware: firmware(), overlay })).toThrow(message);
  });

  it("refuses an overlay without its openocd.cfg", () => {
    const overlay = folderWith({
      "l5cfg-fix.json": readFileSync(join(overlayFor(l5), "l5cfg-fix.json"), "utf8"),
    });
    expect(() => planFlash({ firmware: firmware(), overlay })).toThrow("has lost its openocd.cfg");
  });
});
