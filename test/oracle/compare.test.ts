import { describe, expect, it } from "vitest";
import type { Failed, Loaded } from "./answer.ts";
import { type Actual, compareAnswers } from "./compare.ts";

const loaded = (): Loaded => ({
  loaded: true,
  initialised: false,
  targets: [
    {
      name: "a.cpu",
      type: "cortex_m",
      endian: "little",
      coreid: 0,
      dap: "a.dap",
      chainPosition: "a.cpu",
      workArea: { phys: 0x20000000, virt: 0, size: 0x10000, backup: false },
      events: { "reset-init": "\n\tadapter speed 4000\n" },
    },
  ],
  daps: ["a.dap"],
  taps: ["a.cpu", "a.bs"],
  flashBanks: [],
  procs: { p: { args: "a {b 3}", body: " return $a ", replaced: false } },
  variables: { _CHIPNAME: "a", regs: "r0 1 r1 {2 3}" },
  arrays: { regs: { r0: "1", r1: "2 3" } },
  log: ["Warn : x"],
  warnings: ["x"],
  errors: [],
});

describe("compareAnswers", () => {
  it("finds nothing between equals, whatever was logged", () => {
    expect(compareAnswers(loaded(), { ...loaded(), log: [], warnings: [] } as Actual)).toEqual([]);
  });

  it("names the path of each difference", () => {
    const actual = loaded();
    actual.targets[0]!.workArea.size = 0;
    actual.targets[0]!.events = { halted: "x" };
    actual.taps = ["a.cpu"];
    actual.procs.p!.body = " return $b ";
    expect(compareAnswers(loaded(), actual)).toEqual([
      "targets[a.cpu].workArea.size: expected 65536, actual 0",
      'targets[a.cpu].events.reset-init: expected "\\n\\tadapter speed 4000\\n", actual undefined',
      'targets[a.cpu].events.halted: expected undefined, actual "x"',
      'taps: expected ["a.cpu","a.bs"], actual ["a.cpu"]',
      'procs.p.body: expected " return $a ", actual " return $b "',
    ]);
  });

  it("compares what has a name by name, and the order of the names", () => {
    const other = { ...loaded().targets[0]!, name: "b.cpu" };
    const expected = { ...loaded(), targets: [loaded().targets[0]!, other] };
    const actual = { ...loaded(), targets: [{ ...other, coreid: 1 }, loaded().targets[0]!] };
    expect(compareAnswers(expected, actual)).toEqual([
      'targets (names): expected ["a.cpu","b.cpu"], actual ["b.cpu","a.cpu"]',
      "targets[b.cpu].coreid: expected 0, actual 1",
    ]);
  });

  it("takes an array for the text of its elements, in any order", () => {
    const actual: Actual = { ...loaded(), variables: { _CHIPNAME: "a", regs: { r1: "2 3", r0: "1" } } };
    expect(compareAnswers(loaded(), actual)).toEqual([]);
    actual.variables.regs = { r0: "1" };
    expect(compareAnswers(loaded(), actual)).toEqual(['variables.regs.r1: expected "2 3", actual undefined']);
  });

  it("shows of long texts where they part", () => {
    const actual: Actual = { ...loaded(), variables: { ...loaded().variables, _CHIPNAME: "b".repeat(200) } };
    const expected = { ...loaded(), variables: { ...loaded().variables, _CHIPNAME: `${"b".repeat(100)}c` } };
    expect(compareAnswers(expected, actual)).toEqual([
      `variables._CHIPNAME: expected …"${"b".repeat(20)}c", actual …"${"b".repeat(60)}"…`,
    ]);
  });

  it("distinguishes loading from failing, and compares failures by their common parts", () => {
    const failed = (error: { file?: string; line?: number; message: string }): Failed => ({
      loaded: false,
      error: { reason: "error", logged: [], stack: [], ...error },
      log: [],
      warnings: [],
      errors: [],
    });
    expect(compareAnswers(failed({ message: "no" }), loaded())).toEqual([
      "loaded: expected fails (no), actual loads",
    ]);
    expect(
      compareAnswers(failed({ file: "a", line: 3, message: "no" }), failed({ line: 4, message: "no" })),
    ).toEqual(["error.line: expected 3, actual 4"]);
  });
});
