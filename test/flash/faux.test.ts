import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type FlashOptions, flash, type Progress, type RunOptions } from "../../src/flash/index.ts";
import { folderWith } from "../install/fixtures.ts";
import { elf, noise, type Segment } from "../support/firmware.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { fauxOverlay } from "./support/faux.ts";

function firmware(...segments: Segment[]): string {
  const path = join(folderWith(), "firmware.elf");
  writeFileSync(path, elf(segments));
  return path;
}

function fauxFlash(overlay: string, file: string, more: Partial<FlashOptions & RunOptions> = {}) {
  return flash({ firmware: file, overlay, verify: false, reset: "none", ...more });
}

/** Tcl that is run while OpenOCD connects, when all its commands are there. */
function onInit(tcl: string): string {
  return `faux.cpu configure -event examine-start {${tcl}}`;
}

const one: Segment = { address: 0x08000000, data: noise(5000) };

describeWithOpenocd("a run of OpenOCD without hardware", () => {
  it("is reported step by step, and says that nothing was verified", async () => {
    const told: Progress[] = [];
    const result = await fauxFlash(fauxOverlay(), firmware(one), { onProgress: (step) => told.push(step) });
    expect(result).toMatchObject({ ok: true, state: "written", openocd: "0.12.0" });
    const steps = ["connecting", "halting", "erasing", "writing"];
    expect(result.steps.map(({ step }) => step)).toEqual(steps);
    expect(told.map(({ kind, step }) => `${kind} ${step}`)).toEqual(
      steps.flatMap((step) => [`begin ${step}`, `end ${step}`]),
    );
    expect(result.steps[3]).toMatchObject({ bytes: 5000 });
  });

  it("goes over from one bank into the next", async () => {
    const across = { address: 0x0801fff0, data: noise(64) };
    expect(await fauxFlash(fauxOverlay(), firmware(one, across))).toMatchObject({ ok: true });
  });

  it.each([
    ["behind all banks", { address: 0x0803fff0, data: noise(17) }, "0x08040000"],
    ["in RAM", { address: 0x20000000, data: noise(4) }, "0x20000000"],
  ])("erases nothing where a part of the firmware lies %s", async (_, outside, address) => {
    const result = await fauxFlash(fauxOverlay(), firmware(one, outside), { verify: true });
    expect(result).toMatchObject({ ok: false, state: "untouched", failure: { kind: "write" } });
    expect(result.failure?.message).toContain(address);
    expect(result.log).not.toMatch(/erased|wrote/);
    expect(result.explanation?.diagnoses).toContainEqual(
      expect.objectContaining({ id: "section-outside-flash" }),
    );
  });

  it("fails where OpenOCD cannot verify", async () => {
    const result = await fauxFlash(fauxOverlay(), firmware(one), { verify: true });
    expect(result).toMatchObject({ ok: false, state: "written", failure: { kind: "verify" } });
    expect(result.failure?.step).toBe("verifying");
  });

  it.each([
    ["a config with an error in it", "no_such_command", "config", undefined],
    ["a config that ends OpenOCD", "shutdown", "config", undefined],
    ["a config that ends OpenOCD without a word", "exit 0", "config", undefined],
    ["an init that fails", "proc init {} { error broken }", "target", "connecting"],
    ["a reset that fails", onInit("proc reset {mode} { error broken }"), "target", "halting"],
    [
      "a write that ends OpenOCD",
      onInit('proc flash {what args} { if {$what eq "list"} { exit 0 } }'),
      "write",
      "erasing",
    ],
  ])("%s is a failure", async (_, more, kind, step) => {
    const result = await fauxFlash(fauxOverlay(more), firmware(one));
    expect(result).toMatchObject({ ok: false, failure: { kind } });
    expect(result.failure?.step).toBe(step);
    expect(result.state).toBe(step === "erasing" ? "partly erased" : "untouched");
  });

  it.each([
    [
      "writes nothing and calls that a success",
      "return {wrote 0 bytes from file x in 0s}",
      "wrote 0 of 5000",
    ],
    ["does not say how much it wrote", "return fine", "wrote 0 of 5000"],
    [
      "leaves a part out",
      "echo {Warn : no flash bank found for address 0x20000000}; return {wrote 5000 bytes from file x in 1s}",
      "0x20000000",
    ],
    [
      "meets an error and goes on",
      "echo {Error: flash is worn out}; return {wrote 5000 bytes from file x in 1s}",
      "met an error",
    ],
  ])("an OpenOCD that %s is not believed", async (_, body, message) => {
    const banks = "{{base 0x08000000 size 0x40000}}";
    const more = `proc flash {what args} { switch $what list {return ${banks}} write_image {${body}} }`;
    const result = await fauxFlash(fauxOverlay(onInit(more)), firmware(one));
    expect(result).toMatchObject({ ok: false, failure: { kind: "write" } });
    expect(result.failure?.message).toContain(message);
  });

  it("an OpenOCD that verifies less than all is not believed", async () => {
    const more = "proc verify_image args { return {verified 4999 bytes in 0.1s (48.8 KiB/s)} }";
    const result = await fauxFlash(fauxOverlay(onInit(more)), firmware(one), { verify: true });
    expect(result).toMatchObject({ ok: false, state: "written", failure: { kind: "verify" } });
    expect(result.failure?.message).toContain("verified 4999 of 5000 bytes");
  });

  it("a config that prints without end runs out of time, and memory is bounded", async () => {
    const result = await fauxFlash(fauxOverlay("while 1 { echo endless }"), firmware(one), { timeout: 0.5 });
    expect(result).toMatchObject({ ok: false, state: "untouched", failure: { kind: "timeout" } });
    expect(result.log.length).toBeLessThan(2 ** 20 + 1000);
  });

  it("runs the caller's Tcl with his variables, with no port open", async () => {
    const more = { variables: { GREETING: "a b $x [y]" }, commands: ["echo <$GREETING>"] };
    const { log, ok } = await fauxFlash(fauxOverlay(), firmware(one), more);
    expect(ok).toBe(true);
    expect(log).toContain("<a b $x [y]>");
    expect(log).not.toContain("Listening on port");
  });

  it("finds a firmware whose path Tcl and shells would stumble over", async () => {
    const path = join(folderWith(), "f\\w {a} $x [y] ünï.elf");
    writeFileSync(path, elf([one]));
    expect(await fauxFlash(fauxOverlay(), path)).toMatchObject({ ok: true });
  });
});
