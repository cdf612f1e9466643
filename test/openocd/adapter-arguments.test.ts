import { describe, expect, it } from "vitest";
import { ask } from "../../build/learn/ask.ts";
import { runScript } from "../../build/learn/run.ts";
import { takesArguments } from "../../src/openocd/adapter-arguments.ts";
import { ADAPTER_ARGUMENTS } from "../../src/openocd/data/adapter-arguments.ts";
import { unpack } from "../../src/openocd/data/table.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

function problemsOf(text: string, openocd = "0.12.0"): string[] {
  const fs = { read: () => text, kind: () => "file" as const };
  return loadConfigSync("board.cfg", { fs, openocd }).problems.map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

describe("what an adapter brings", () => {
  it.each([
    "adapter driver ftdi\nftdi layout_init 0x0008",
    "adapter driver usb_blaster\nusb_blaster no_such_word x",
    "adapter driver st-link\nst-link vid_pid 0x0483",
  ])("is refused with words that it does not take: %j", (text) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^2: usage: /)]);
  });

  it.each([
    "adapter driver ftdi\nftdi layout_init 0x0008 0x000b\nftdi vid_pid 0x0403 0x6010 0x0403 0x6011",
    "adapter driver jlink\njlink usb 0",
    "adapter driver sysfsgpio\nsysfsgpio jtag_nums 11 25 10 9",
  ])("is taken with the right ones: %j", (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

it("0.10.0 takes the ids of one ST-LINK under HLA", () => {
  const text = "interface hla\nhla_vid_pid 0x0483 0x3748 0x0483 0x374b";
  expect(problemsOf(text, "0.10.0")).toEqual([expect.stringMatching(/^2: /)]);
  expect(problemsOf(text, "st-1.0.0")).toEqual([]);
});

describeWithOpenocd("the commands of the adapters that OpenOCD 0.12.0 was built with", () => {
  const known = ADAPTER_ARGUMENTS.filter(([counts]) => counts !== "any").flatMap(([, names]) =>
    unpack(names),
  );

  it("refuse as many arguments as the table says", () => {
    const { adapterDrivers } = ask(openocd!, []);
    const answers = adapterDrivers.flatMap((driver) => refusals(driver, known));
    expect(answers.length).toBeGreaterThan(200);
    for (const { name, count, code } of answers) {
      if (valuesCount.has(name)) continue;
      if (takesArguments(name, count)) expect([name, count, code]).not.toEqual([name, count, WRONG_USE]);
      else expect([name, count, code]).not.toEqual([name, count, 0]);
    }
  });
});

/** What `catch` gives for wrong use. */
const WRONG_USE = -601;

/** Commands that call a wrong value wrong use as well. */
const valuesCount: ReadonlySet<string> = new Set(
  ["tdo_sample_edge", "layout_signal"].flatMap((word) => [`ftdi ${word}`, `ftdi_${word}`]),
);

/** What OpenOCD says of 0 to 6 arguments, each a 1, to the commands of an adapter. */
function refusals(driver: string, names: readonly string[]): { name: string; count: number; code: number }[] {
  const script = `adapter driver ${driver}
    foreach name {${names.map((name) => `{${name}}`).join(" ")}} {
      if {[llength [info commands $name]] == 0} continue
      puts "$name:0:[catch {eval $name}]"
      for {set n 1} {$n < 7} {incr n} { puts "$name:$n:[catch {eval $name [lrepeat $n 1]}]" }
    }`;
  const { stdout } = runScript(openocd!, script);
  return Array.from(stdout.matchAll(/^(.+):(\d):(-?\d+)$/gm), ([, name, count, code]) => ({
    name: name!,
    count: Number(count),
    code: Number(code),
  }));
}
