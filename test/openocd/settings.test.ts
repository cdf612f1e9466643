import { expect, it } from "vitest";
import { load } from "./memory.ts";

const settings = (text: string, openocd = "0.12.0") =>
  load(text, { transport: "jtag", openocd }).settings.map(({ name, words, target, at }) => ({
    name,
    words: words.join(" "),
    target,
    line: at.line,
  }));

it("notes what is set, by its newest name, with variables filled in, in order", () => {
  const text =
    "set KHZ 500\nadapter speed $KHZ\nadapter_khz 1000\nreset_config srst_only\njtag_ntrst_delay 10";
  expect(settings(text)).toEqual([
    { name: "adapter speed", words: "500", target: undefined, line: 2 },
    { name: "adapter speed", words: "1000", target: undefined, line: 3 },
    { name: "reset_config", words: "srst_only", target: undefined, line: 4 },
    { name: "jtag_ntrst_delay", words: "10", target: undefined, line: 5 },
  ]);
});

it("notes the target that a setting is for, and what OpenOCD's other commands are given", () => {
  const text = `jtag newtap a cpu -irlen 4
dap create a.dap -chain-position a.cpu
target create a.cpu cortex_m -dap a.dap
a.cpu configure -work-area-size 16
cortex_m reset_config vectreset
tpiu create a.tpiu -dap a.dap -ap-num 0
a.tpiu configure -protocol uart
gdb_breakpoint_override hard`;
  expect(settings(text)).toEqual([
    { name: "cortex_m reset_config", words: "vectreset", target: "a.cpu", line: 5 },
    { name: "tpiu create", words: "a.tpiu -dap a.dap -ap-num 0", target: "a.cpu", line: 6 },
    { name: "a.tpiu configure", words: "-protocol uart", target: "a.cpu", line: 7 },
    { name: "gdb breakpoint_override", words: "hard", target: "a.cpu", line: 8 },
  ]);
});

it("leaves out queries, output, handlers, and commands after init", () => {
  const text = `adapter speed 100
adapter speed
echo hello
init
adapter speed 200
proc later {} { adapter speed 300 }`;
  expect(settings(text).map(({ words }) => words)).toEqual(["100"]);
});
