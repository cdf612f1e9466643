// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts in Tcl.

import { describe, expect, it } from "vitest";
import { newInterp, run } from "./run.ts";

/** How a script ended, without what it may have made. */
function ending(script: string, interp = newInterp()): string {
  const outcome = run(script, interp) ?? "";
  if (outcome.startsWith("stopped: ")) return outcome;
  return /^\d: /.test(outcome) ? "error" : "done";
}

describe("a script without end is stopped", () => {
  it.each([
    "while 1 {}",
    "for {} {1} {} {}",
    "loop i 0 1000000000 {}",
    "catch {while 1 {}}",
    "try {while 1 {}} finally {list a}",
  ])("%s", (script) => {
    expect(ending(script)).toMatch(/^stopped: (steps|time)$/);
  });

  it("by exit, too", () => {
    expect(ending("exit 3")).toBe("stopped: exit");
  });
});

const million = "set a 1\r".repeat(1_000_000);

describe("a script is stopped before it holds too much", () => {
  it.each([
    "string repeat abcdefgh 100000000",
    "lrepeat 100000000 a",
    "range 1000000000",
    "format %1000000000s x",
    "set x a; while 1 {append x $x}",
    "set x a; while 1 {set x $x$x}",
    "set l a; while 1 {lappend l {*}$l}",
    'llength [string repeat "a " 4500000]',
    "expr [string repeat 1+ 2000000]1",
    "set d {}; while 1 {dict lappend d a x; set k([incr i]) [lrange [dict get $d a] 0 end]}",
    "set b [lrepeat 100000 x]; while 1 {set k([incr i]) [lassign $b]}",
    "set b [lrepeat 100000 x]; while 1 {set k([incr i]) [lreverse $b]}",
    "set b [lrepeat 100000 x]; while 1 {lset b 0 [incr i]; set k($i) $b}",
    "set b [lrepeat 100000 x]; while 1 {set k([incr i]) [concat $b $b]}",
    "set x [string repeat a 1000000]; while 1 {append x a; string index $x 0; set k([incr i]) $x}",
    "set l {}; loop i 60 {set l [list $l $l]; string length $l}",
    "lmap x [lrepeat 400000 a] {list $x $x $x}",
    "split [string repeat , 900000] ,",
    "subst [string repeat {$a(b)[list c]} 500000]",
  ])("%s", (script) => {
    expect(ending(script)).toMatch(/^stopped: (memory|steps|time)$/);
  });

  it("a million words in a line among them", () => {
    expect(ending(million)).toBe("stopped: memory");
  });
});

describe("a command that goes through much data counts for many", () => {
  it.each([
    "string map [lrepeat 400000 xy z] [string repeat a 1000000]",
    "string map [lrepeat 20000 [string repeat a 40]b z] [string repeat a 1000000]",
    "string map [list a [string repeat b 100000]] [string repeat a 10000]",
    "string trim [string repeat ab 1500000] [string repeat ba 1500000]",
    "lsearch -nocase [lrepeat 100000 [string repeat a 1000]] [string repeat b 1000]",
    "split [string repeat ab 900000] [string repeat xyz, 225000]",
    "expr {[string repeat a 1000000] in [lrepeat 100000 [string repeat a 999999]b]}",
    'set s [string repeat a 40]; regexp {(a|a)*(a|a)*(a|aa)+$} "${s}b"',
    "regexp {^(([a-z])+.)+[A-Z]([a-z])+$} [string repeat a 60]",
    "string match [string repeat *a 30]b [string repeat a 60]",
    "regsub -all a [string repeat a 20000] [string repeat b 20000] x",
    "regsub {a+} [string repeat a 1000000] [string repeat & 1000000] x",
    "string toupper [string repeat aB 1000000]",
    "format [string repeat {%1$.9999f} 100000] 1.5",
    "scan [string repeat 1 3000000] %d",
    "scan x %\\[[string repeat z-a 300000]]",
    "lsort -command {string compare} [split [string repeat {b a } 100000]]",
    "string is double [string repeat 1 5000000]",
  ])("%s", (script) => {
    const interp = newInterp();
    expect(ending(script, interp)).toMatch(/^(stopped: (memory|steps|time)|done)$/);
    expect(interp.meter.steps).toBeGreaterThan(100);
  });
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
