import { describe, expect, it } from "vitest";
import { loadConfigSync } from "../../src/openocd/load.ts";
import type { Config } from "../../src/openocd/model.ts";

const preamble = [
  "adapter driver cmsis-dap",
  "transport select swd",
  "swd newdap a cpu -expected-id 0",
  "dap create a.dap -chain-position a.cpu",
  "",
].join("\n");

function load(text: string, openocd: string, lenient: boolean): Config {
  const fs = { read: () => preamble + text, kind: () => "file" as const };
  return loadConfigSync("board.cfg", { fs, openocd, lenient });
}

describe("words of another time, under a release that does not have them", () => {
  it.each([
    ["expr-words", "set x [expr 1 + 2]", "master", 'wrong # args: should be "expr expression"'],
    [
      "dap-required",
      "target create a.cpu cortex_m -chain-position a.cpu",
      "0.12.0",
      "target requires -dap parameter instead of -chain-position!",
    ],
    [
      "target-type-unknown",
      "target create a.cpu cortex_m3 -dap a.dap",
      "0.12.0",
      "Unknown target type cortex_m3, try one of arm7tdmi",
    ],
  ])("%s: refused in OpenOCD's words, and passed over by a lenient run", (code, line, openocd, words) => {
    const strict = load(`${line}\nset after 1`, openocd, false);
    expect(strict.problems).toMatchObject([{ code, line: 5, message: expect.stringContaining(words) }]);
    expect(strict.variables).not.toHaveProperty("after");
    const lenient = load(`${line}\nset after 1`, openocd, true);
    expect(lenient.problems).toMatchObject([{ code, line: 5 }]);
    expect(lenient.variables.after).toBe("1");
  });

  it("go on as what took over from them", () => {
    expect(load("set x [expr 1 + 2]", "master", true).variables.x).toBe("3");
    const [target] = load("target create a.cpu cortex_m3 -dap a.dap", "0.12.0", true).targets;
    expect(target).toMatchObject({ type: "cortex_m", requestedType: "cortex_m3", dap: "a.dap" });
    const [old] = load("target create a.cpu cortex_m -chain-position a.cpu", "0.12.0", true).targets;
    expect(old).toMatchObject({ type: "cortex_m", chainPosition: "a.cpu", dap: undefined });
  });

  it("are refused for good where nothing took over", () => {
    const { problems } = load("target create a.cpu no_such_core -dap a.dap", "0.12.0", true);
    expect(problems).toMatchObject([{ code: "target-type-unknown", subject: "no_such_core" }]);
  });

  it("can be caught", () => {
    const { problems, variables } = load("set r [catch {expr 1 + 2}]", "master", true);
    expect([problems, variables.r]).toEqual([[], "1"]);
  });
});
