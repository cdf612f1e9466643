// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts in Tcl.

import { describe, expect, it } from "vitest";
import { run } from "./run.ts";

describe("a hostile script is stopped", () => {
  it.each([
    ["while 1 {}", "steps"],
    ["for {} {1} {} {}", "steps"],
    ["loop i 0 1000000000 {}", "steps"],
    ["string repeat abcdefgh 100000000", "memory"],
    ["lrepeat 100000000 a", "memory"],
    ["range 1000000000", "memory"],
    ["format %1000000000s x", "memory"],
    ["set x a; while 1 {append x $x}", "memory"],
    ["set x a; while 1 {set x $x$x}", "memory"],
    ["set l a; while 1 {lappend l {*}$l}", "memory"],
    ['set s [string repeat a 40]; regexp {(a|a)*(a|a)*(a|aa)+$} "${s}b"', "steps"],
    ["regexp {^(([a-z])+.)+[A-Z]([a-z])+$} [string repeat a 60]", "steps"],
    ["string match [string repeat *a 30]b [string repeat a 60]", "steps"],
    ["regsub -all a [string repeat a 20000] [string repeat b 20000] x", "memory"],
    ["string map [list a [string repeat b 100000]] [string repeat a 10000]", "memory"],
    ["exit 3", "exit"],
  ])("%s", (script, reason) => {
    const start = performance.now();
    expect(run(script)).toBe(`stopped: ${reason}`);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it.each([
    "set d {}; while 1 {dict set d [incr i] 1}",
    "while 1 {set a([incr i]) 1}",
    "set d [lrepeat 1000 a]; while 1 {dict set d [incr i] 1; set e $d; dict set d x 1; dict size $e}",
  ])("%s, by its steps or the time that they take", (script) => {
    const start = performance.now();
    expect(run(script)).toMatch(/^stopped: (steps|time)$/);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it("or fails as it would in Jim", () => {
    expect(run("proc p {} {p}; p")).toMatch(
      /^1: (Too many nested calls|Infinite eval recursion)|^stopped: depth/,
    );
    expect(run("format %1000000000d 1")).toBe("1: format too long");
    expect(run("proc unknown args {nosuch}; nosuch")).toMatch(/^1: |^stopped: /);
    expect(run("set x {eval $x}; eval $x")).toMatch(/^1: Infinite eval recursion|^stopped: depth/);
    expect(run(`expr {${"(".repeat(5000)}1${")".repeat(5000)}}`)).toMatch(/^1: |^stopped: /);
    expect(run(`list ${"[".repeat(5000)}a${"]".repeat(5000)}`)).toMatch(/^1: |^stopped: /);
    expect(run(`regexp ${"(".repeat(90)}a${")".repeat(90)} a`)).toBe("1");
    expect(run(`regexp {${"(?:".repeat(20000)}a${")".repeat(20000)}} a`)).toMatch(/^1: |^stopped: /);
  });

  it("however it catches", () => {
    expect(run("catch {while 1 {}}")).toBe("stopped: steps");
    expect(run("try {while 1 {}} finally {list a}")).toBe("stopped: steps");
  });
});
