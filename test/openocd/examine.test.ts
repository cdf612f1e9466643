import { describe, expect, it } from "vitest";
import type { Use } from "../../src/openocd/model.ts";
import { chip, load } from "./memory.ts";

const hla = chip.replace("jtag newtap", "swd newdap");

/** The DAP's command in all its uses: stage, words, whether caught, line, and the lines that led there. */
function daps(text: string, transport = "swd") {
  const { uses } = load(hla + text, { transport });
  return uses
    .filter((use): use is Extract<Use, { kind: "dap-command" }> => use.kind === "dap-command")
    .map(({ during, words, caught, at, calledFrom }) => ({
      during: during.kind,
      words: words.join(" "),
      caught,
      line: at.line,
      from: calledFrom.map(({ line }) => line),
    }));
}

describe("what handlers and procs would do", () => {
  it("is noted with its place and its stage", () => {
    expect(daps("chip.cpu configure -event reset-init {\n  chip.dap apcsw 0\n}")).toEqual([
      { during: "event", words: "apcsw 0", caught: false, line: 5, from: [] },
    ]);
    expect(daps("proc p {x} {\n  chip.dap apreg 0 $x\n}")).toMatchObject([{ during: "proc", line: 5 }]);
  });

  it("is found in both branches of an unknown condition, and after them", () => {
    const body = `if {[mrw 0x10] & 1} {
  chip.dap apreg 1
} else {
  chip.dap apreg 2
}
chip.dap apreg 3`;
    const found = daps(`proc mrw {x} { return [read_memory $x 32 1] }\nproc p {} {\n${body}\n}`);
    expect(found.map(({ words }) => words)).toEqual(["apreg 1", "apreg 2", "apreg 3"]);
  });

  it("is found in a loop over what is unknown, once", () => {
    const found = daps("proc p {n} {\n  while {$n > 0} {\n    chip.dap apsel 1\n  }\n}");
    expect(found.map(({ words }) => words)).toEqual(["apsel 1"]);
  });

  it("is found once in a loop that runs often, and after procs that never end", () => {
    const loop = "foreach n {1 2 3 4} {\n    chip.dap apsel 1\n  }";
    expect(daps(`proc p {} {\n  ${loop}\n}`)).toHaveLength(1);
    expect(daps("proc endless {} { while 1 {} }\nproc q {} { chip.dap apsel 1 }")).toHaveLength(1);
  });

  it("is not found where a known condition excludes it", () => {
    expect(daps("proc p {} {\n  if {[using_jtag]} { chip.dap apsel 1 }\n}")).toEqual([]);
  });

  it("says whether the script deals with the error itself", () => {
    expect(daps("proc p {} {\n  catch {chip.dap apsel 1}\n}")).toMatchObject([{ caught: true }]);
  });

  it("says who called", () => {
    const text = "proc inner {} {\n  chip.dap apsel 1\n}\nchip.cpu configure -event halted {\n  inner\n}";
    expect(daps(text)).toMatchObject([
      { during: "event", line: 5, from: [8] },
      { during: "proc", line: 5, from: [] },
    ]);
  });

  it("leaves the model as it is", () => {
    const text = `proc p {} {\n  target create x testee -chain-position 0\n  set ::y 1\n  proc z {} {}\n}`;
    const { targets, variables, procs, problems } = load(chip + text, { transport: "jtag" });
    expect(targets).toHaveLength(1);
    expect(variables).toEqual({});
    expect(procs.map(({ name }) => name)).toEqual(["p"]);
    expect(problems).toEqual([]);
  });

  it("goes on past what would fail in a handler", () => {
    expect(daps("proc p {} {\n  nosuch\n  chip.dap apsel 1\n}")).toHaveLength(1);
    expect(load("proc p {} {\n  error always\n}").problems).toEqual([]);
  });
});

describe("a lenient run", () => {
  const text = `${hla.replace("dap create chip.dap -chain-position chip.cpu\n", "")}
flash bank f nosuch 0 0 0 0 chip.cpu
chip.dap apcsw 0
set x 1`;

  it("finds all that rules know in one go, a strict one the first", () => {
    const strict = load(text, { transport: "swd" });
    expect(strict.problems.map(({ code }) => code)).toEqual(["dap-unknown"]);
    expect(strict.variables).toEqual({});
    const lenient = load(text, { transport: "swd", lenient: true });
    expect(lenient.problems.map(({ code }) => code)).toEqual([
      "dap-unknown",
      "flash-driver-unknown",
      "invalid-command",
    ]);
    expect(lenient.variables).toEqual({ x: "1" });
  });

  it("leaves to a script what it catches", () => {
    const caught = `${chip}set code [catch {flash bank f nosuch 0 0 0 0 chip.cpu}]`;
    expect(load(caught, { transport: "jtag", lenient: true })).toMatchObject({
      variables: { code: "-4" },
      problems: [],
    });
  });
});
