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

describeWithOpenocd("the commands of the adapters that OpenOCD 0.12.0 was built with", () => {
  const known = ADAPTER_ARGUMENTS.filter(([counts]) => counts !== "any").flatMap(([, names]) =>
    unpack(names),
  );

  it("take as many arguments as the table says", () => {
    const { adapterDrivers } = ask(openocd!, []);
    const answers = adapterDrivers.flatMap((driver) => refusedCounts(driver, known));
    expect(answers.length).toBeGreaterThan(30);
    for (const [name, count] of answers)
      expect([name, count, takesArguments(name, count)]).toEqual([name, count, false]);
  });
});

/** The commands of an adapter, each with the counts that OpenOCD calls wrong use (-601), of 0 to 6. */
function refusedCounts(driver: string, names: readonly string[]): [name: string, count: number][] {
  const script = `adapter driver ${driver}
    foreach name {${names.map((name) => `{${name}}`).join(" ")}} {
      if {[llength [info commands $name]] == 0} continue
      for {set n 0} {$n < 7} {incr n} {
        if {[catch {eval $name [lrepeat [expr {$n + 1}] 1]}] == -601} { puts "refused:$name:[expr {$n + 1}]" }
      }
      if {[catch {eval $name}] == -601} { puts "refused:$name:0" }
    }`;
  const { stdout } = runScript(openocd!, script);
  return Array.from(stdout.matchAll(/^refused:(.+):(\d)$/gm), ([, name, count]) => [name!, Number(count)]);
}
