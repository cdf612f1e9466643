import { describe, expect, it } from "vitest";
import type { Config, Made } from "../../src/openocd/model.ts";
import { load } from "./memory.ts";

/** Where something was made: `FILE:LINE:COLUMN`, the commands that led there, and whether in a proc. */
function placeOf({ at, calledFrom, inProc }: Made): [at: string, calledFrom: string[], inProc: boolean] {
  return [
    `${at.file}:${at.line}:${at.column}`,
    calledFrom.map(({ file, line, column }) => `${file}:${line}:${column}`),
    inProc,
  ];
}

function tapsOf(text: string, files: Readonly<Record<string, string>> = {}): Config["taps"] {
  const { taps, problems } = load(text, { files, transport: "jtag" });
  expect(problems).toEqual([]);
  return taps;
}

const tap = "jtag newtap a b -irlen 4";

describe("where a thing was made", () => {
  it.each<[string, string, [string, string[], boolean]]>([
    ["a plain command", `\n  ${tap}`, ["a.cfg:2:3", [], false]],
    ["the body of an if", `if {1} {\n  ${tap}\n}`, ["a.cfg:2:3", [], false]],
    ["a loop", `foreach x {1} {\n\n  ${tap}\n}`, ["a.cfg:3:3", [], false]],
    ["an eval in place", `eval {\n${tap}\n}`, ["a.cfg:2:1", [], false]],
    ["a variable's text", `set c {\n${tap}\n}\neval $c`, ["a.cfg:2:1", [], false]],
    ["a text put together", `eval [concat jtag newtap a b -irlen 4]`, ["a.cfg:1:1", [], false]],
    ["a catch", `catch {${tap}}`, ["a.cfg:1:8", [], false]],
    ["a proc", `proc p {} {\n  ${tap}\n}\n\np`, ["a.cfg:2:3", ["a.cfg:5:1"], true]],
    [
      "a proc called from a proc",
      `proc p {} {\n  ${tap}\n}\nproc q {} { p }\nif {1} {\n q\n}`,
      ["a.cfg:2:3", ["a.cfg:4:13", "a.cfg:6:2"], true],
    ],
    ["a line continued", `jtag \\\n  newtap a b \\\n -irlen 4`, ["a.cfg:1:1", [], false]],
  ])("%s", (_, text, place) => {
    expect(tapsOf(text).map(placeOf)).toEqual([place]);
  });

  it("in a file that another one sources", () => {
    const files = { "/cwd/b.cfg": `\n${tap}` };
    const [made] = tapsOf("\n\nsource b.cfg", files);
    expect(placeOf(made!)).toEqual(["b.cfg:2:1", ["a.cfg:3:1"], false]);
  });

  it("in a proc of another file, called through a loop", () => {
    const files = { "/cwd/b.cfg": `proc p {} {\n ${tap}\n}` };
    const [made] = tapsOf("source b.cfg\nforeach x 1 {\n  p\n}", files);
    expect(placeOf(made!)).toEqual(["b.cfg:2:2", ["a.cfg:3:3"], true]);
  });

  it("holds for all that a config makes, with the characters", () => {
    const commands = {
      tap: "jtag newtap a b -irlen 4",
      dap: "dap create a.dap -chain-position a.b",
      target: "target create a.b cortex_m -dap a.dap",
      event: "a.b configure -event reset-init {}",
      bank: "flash bank f faux 0 0x1000 0 0 a.b",
      proc: "proc p {} {}",
      set: "set x 1",
    };
    const config = load(Object.values(commands).join("\n"), { transport: "jtag" });
    const { taps, daps, targets, events, flashBanks, procs, variablesSetAt } = config;
    const made = [...taps, ...daps, ...targets, ...events, ...flashBanks, ...procs].map(({ at }) => at);
    const places = [...made, variablesSetAt.get("x")!];
    expect(places.map(({ text }) => text)).toEqual(Object.values(commands));
    expect(places.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it("counts bytes, and lines as OpenOCD does", () => {
    const [made] = tapsOf(`# \xc3\xa9\r\n\r\n set x \xc3\xa9; ${tap}`);
    expect(placeOf(made!)[0]).toBe("a.cfg:3:12");
  });

  it("is plain data as JSON", () => {
    const { targets } = load(`${tap}\ntarget create t testee -chain-position a.b`, { transport: "jtag" });
    const { at, calledFrom, workAreaSetAt } = JSON.parse(JSON.stringify(targets[0]));
    expect({ at, calledFrom, workAreaSetAt }).toEqual({
      at: { file: "a.cfg", line: 2, column: 1, span: { start: 25, end: 67 } },
      calledFrom: [],
      workAreaSetAt: [],
    });
  });
});

describe("variables", () => {
  it("distinguishes those of the config from those set before", () => {
    const { variables, variablesSetAt } = load(
      "if {$A} {\n set B $A\n}\nset C [set GIVEN]\nset GIVEN changed",
      {
        variables: { A: "1", GIVEN: "x" },
      },
    );
    expect(variables).toEqual({ B: "1", C: "x", GIVEN: "changed" });
    expect([...variablesSetAt].map(([name, { line }]) => [name, line])).toEqual([
      ["B", 2],
      ["C", 4],
      ["GIVEN", 5],
    ]);
  });

  it("knows where each was first set, through procs and files", () => {
    const files = { "/cwd/b.cfg": "\nset x 1" };
    const { variables, variablesSetAt } = load(
      "source b.cfg\nset x 2\nproc p {} {\n  global y\n  set y 1\n  set own 1\n}\np\narray set z {k v}",
      { files },
    );
    expect(variables).toEqual({ x: "2", y: "1", z: "k v" });
    expect([...variablesSetAt].map(([name, at]) => [name, at.file, at.line])).toContainEqual([
      "x",
      "b.cfg",
      2,
    ]);
    expect(variablesSetAt.get("y")?.line).toBe(5);
  });
});
