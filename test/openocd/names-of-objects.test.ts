import { describe, expect, it } from "vitest";
import { fixJob } from "../../src/check/fix.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";

const names = ["toString", "constructor", "__proto__", "hasOwnProperty", "valueOf"];

/** Places in a config where a name may be. */
const places: ((name: string) => string)[] = [
  (name) => `puts $${name}`,
  (name) => `puts $::${name}`,
  (name) => `set ${name} 1`,
  (name) => `${name} a b`,
  (name) => `a.${name} arp_halt`,
  (name) => `adapter ${name} 1`,
  (name) => `adapter driver ${name}`,
  (name) => `transport select ${name}`,
  (name) => `reset_config ${name}`,
  (name) => `jtag newtap a ${name} -irlen 4\ntarget create a.${name} ${name} -chain-position a.${name}`,
  (name) => `flash bank a ${name} 0 0 0 0 a.cpu`,
  (name) => `string ${name} a`,
  (name) => `string is ${name} a`,
  (name) => `dict ${name}`,
  (name) => `info ${name}`,
  (name) => `expr {${name}(1)}`,
  (name) => `expr {1 ${name} 1}`,
  (name) => `regexp {[[:${name}:]]} a`,
  (name) => `catch -${name} {}`,
  (name) => `proc ${name} {} {}; ${name}`,
  (name) => `source [find ${name}]`,
  (name) =>
    `jtag newtap a b -irlen 4\ntarget create a.b cortex_m -chain-position a.b\na.b configure -event ${name} {puts $${name}}`,
];

describe.each(names)("a name that objects have of their own: %s", (name) => {
  it.each(places.map((place) => place(name)))("%j", (text) => {
    const fs = memoryFiles(new Map([["/a.cfg", text]]));
    const job = { configs: ["/a.cfg"], searchPaths: [], openocd: "0.12.0", cwd: "/" };
    const { left, fixed } = fixJob(job, { fs, unsafe: true });
    expect(JSON.stringify([left, fixed])).not.toMatch(/native code|\[object/);
    const { variables } = loadConfigSync("/a.cfg", { fs });
    expect(Object.values(variables).every((value) => typeof value === "string")).toBe(true);
  });
});

it("such a variable is kept as any other", () => {
  const fs = memoryFiles(new Map([["/a.cfg", "set __proto__ 1\nset constructor 2"]]));
  const { variables } = loadConfigSync("/a.cfg", { fs });
  expect(Object.entries(variables)).toEqual(
    expect.arrayContaining([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]),
  );
});
