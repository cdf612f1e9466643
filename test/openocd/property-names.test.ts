import { describe, expect, it } from "vitest";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";

function load(text: string) {
  return loadConfigSync("/a.cfg", { fs: memoryFiles(new Map([["/a.cfg", text]])), cwd: "/", lenient: true });
}

describe.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("the name %s", (name) => {
  it.each([
    [`${name} 1`, `invalid command name "${name}"`],
    [`adapter driver ${name}`, `The specified debug interface was not found (${name})`],
    [`source [find ${name}]`, `Can't find ${name}`],
    [`reset_config ${name}`, `unknown reset_config flag (${name})`],
    [`puts $${name}`, `can't read "${name}": no such variable`],
  ])("is nobody's in %s", (text, message) => expect(load(text).problems[0]?.message).toBe(message));
  it("is a variable, a proc and a target like any other", () => {
    const config = load(
      `adapter driver dummy\nset ${name} 7\nproc ${name} {} {}\njtag newtap a cpu -irlen 4\n` +
        `target create x.${name} testee -chain-position a.cpu\nx.${name} configure -event ${name} {}\n`,
    );
    expect(Object.entries(config.variables)).toEqual([[name, "7"]]);
    expect(config.procs.map((proc) => proc.name)).toEqual([name]);
    expect(config.targets.map((target) => target.name)).toEqual([`x.${name}`]);
    expect(config.problems[0]?.message).toMatch(
      new RegExp(`^-event: Unknown: ${name}, try one of: gdb-halt`),
    );
  });
});
