import { describe, expect, it } from "vitest";
import { loadConfigSync } from "../../src/openocd/load.ts";

const preamble = [
  "adapter driver cmsis-dap",
  "transport select swd",
  "swd newdap a cpu -expected-id 0",
  "dap create a.dap -chain-position a.cpu",
];

function refusalOf(line: string, openocd: string): string | undefined {
  const text = [...preamble, line].join("\n");
  const fs = { read: () => text, kind: () => "file" as const };
  const [problem] = loadConfigSync("board.cfg", { fs, openocd }).problems;
  return problem && `${problem.line}: ${problem.message}`;
}

const params = "try one of: -dap, -ctibase, or -ap-num";

// What the programs answered.
describe.each([
  ["st-1.5.0", "-baseaddr 0xE0", `5: Unknown param: -baseaddr, ${params}`],
  ["st-1.5.0", "-ctibase 0xE0", undefined],
  ["st-1.7.0", "-baseaddr 0xE0", undefined],
  ["0.11.0", "-baseaddr 0xE0", undefined],
  ["0.12.0", "-baseaddr 0xE0", undefined],
  ["st-1.5.0", "-nonsense 1", `5: Unknown param: -nonsense, ${params}`],
  ["0.11.0", "-nonsense 1", "5: "],
  ["0.12.0", "-nonsense 1", "5: unknown option '-nonsense'"],
])("cti create under %s", (openocd, options, refusal) => {
  it(`with ${options}: ${refusal ?? "made"}`, () => {
    expect(refusalOf(`cti create c -dap a.dap -ap-num 0 ${options}`, openocd)).toBe(refusal);
  });
});

it.each([
  ["cti create c -dap a.dap", "0.11.0", undefined],
  ["cti create c -dap a.dap", "0.12.0", "5: Cannot get AP"],
  ["cti create c -ap-num 0", "0.12.0", "5: -dap required when creating CTI"],
  ["cti create c -dap b.dap -ap-num 0", "st-1.5.0", "5: -dap is invalid"],
  ["cti create c -dap b.dap -ap-num 0", "0.12.0", "5: DAP name invalid!"],
  ["cti create c", "0.12.0", '5: wrong # args: should be "c <name> [<cti_options> ...]"'],
  ["tpiu create t -dap a.dap -ap-num 0 -baseaddr 0xE0040000 -protocol uart", "0.12.0", undefined],
  ["tpiu create t -dap a.dap", "0.12.0", "5: -dap and -ap-num required when creating TPIU"],
  [
    "tpiu create t -dap a.dap -event nonsense {}",
    "0.12.0",
    "5: -event: Unknown: nonsense, try one of: pre-enable, post-enable, pre-disable, or post-disable",
  ],
  ["tpiu create t -dap a.dap -ap-num 0 -event pre-enable {echo on}", "0.12.0", undefined],
  ["tpiu create", "0.12.0", '5: wrong # args: should be "tpiu create name ?option option ...?"'],
])("%s under %s: %s", (line, openocd, refusal) => {
  expect(refusalOf(line, openocd)).toBe(refusal);
});
