import { describe, expect, it } from "vitest";
import { compareFiles, type FileComparison } from "../../../src/compare/files.ts";
import { comparedPage } from "../../../src/report/html/compared-page.ts";
import { memory } from "../../openocd/memory.ts";

const side = (path: string) => ({ path, root: `/${path}`, openocd: "0.12.0", why: "as asked" });
const sides = { file: side("own"), reference: side("ref") };

/** Two configs of these names, compared under JTAG or other transports. */
function compared(
  own: string,
  ref: string,
  names = ["a.cfg", "a.cfg"],
  transports = ["jtag"],
): FileComparison {
  const [file, reference] = [`/own/${names[0]}`, `/ref/${names[1]}`];
  const fs = memory({ [file]: own, [reference]: ref });
  const job = { searchPaths: [], openocd: "0.12.0", transports, cwd: "/" };
  return compareFiles({ file: { file, job, fs }, reference: { file: reference, job, fs } });
}

const page = (...all: FileComparison[]) => comparedPage(all, sides, "test");

describe("the lead", () => {
  it.each([
    ["adapter speed 1\n", "adapter speed 1\n", "Nothing differs under jtag; 1 thing is the same."],
    ["adapter speed 1\n", "adapter speed 2\n", "1 difference under jtag; 0 things are the same."],
    [
      "adapter speed 1\nreset_config none\n",
      "adapter speed 2\nreset_config srst_only\n",
      "2 differences under jtag; 0 things are the same.",
    ],
    [
      "proc one {} { echo a }\n",
      "proc one {} {\n  echo {a}\n}\n",
      "Nothing differs under jtag; 1 thing is the same. Only the spelling differs in proc one.",
    ],
  ])("of %j and %j", (own, ref, lead) => {
    expect(page(compared(own, ref)).lead).toEqual([lead]);
  });

  it("names no transport where one of them does not run to its end", () => {
    expect(page(compared("error stop\n", "adapter speed 1\n")).lead).toEqual([
      "Nothing differs; 0 things are the same.",
    ]);
  });
});

it("is called after the configs, each name once", () => {
  expect(page(compared("", "")).title).toBe("a.cfg, compared by what it makes");
  expect(page(compared("", "", ["a.cfg", "b.cfg"])).title).toBe(
    "a.cfg and b.cfg, compared by what they make",
  );
});

it("says of each section of several configs which it is of", () => {
  const both = page(
    compared("adapter speed 1\n", "adapter speed 2\n"),
    compared("reset_config none\n", "reset_config srst_only\n", ["b.cfg", "c.cfg"]),
  );
  expect(both.title).toBe("2 configs, compared by what they make");
  const names = new Set(both.sections.map(({ title }) => title.split(": ")[0]));
  expect([...names]).toEqual(["a.cfg", "b.cfg"]);
});

it("shows beside each other what makes the same things, and a file without a counterpart alone", () => {
  const fs = memory({
    "/own/a.cfg": "source /own/speed.cfg\nsource /own/more.tcl\n",
    "/own/speed.cfg": "adapter speed 1\n",
    "/own/more.tcl": "set own 1\n",
    "/ref/a.cfg": "source /ref/other.cfg\n",
    "/ref/other.cfg": "adapter speed 2\n",
  });
  const job = { searchPaths: [], openocd: "0.12.0", transports: ["jtag"], cwd: "/" };
  const both = compareFiles({
    file: { file: "/own/a.cfg", job, fs },
    reference: { file: "/ref/a.cfg", job, fs },
  });
  expect(page(both).texts.map(({ left, right }) => [left?.name, right?.name])).toEqual([
    ["a.cfg", "a.cfg"],
    ["speed.cfg", "other.cfg"],
    ["more.tcl", undefined],
  ]);
});
