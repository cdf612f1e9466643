import { expect, it } from "vitest";
import { run } from "./run.ts";

it("computes nothing from values that only hardware knows", () => {
  for (const script of [
    "expr {[hardware] + 1}",
    "string length [hardware]",
    "format %x [hardware]",
    "concat a [hardware]",
    "set x a[hardware]b",
    "append x a [hardware]",
    "incr x [hardware]",
    "split [hardware] ,",
    "lsearch {a b} [hardware]",
    "dict get [dict create a [hardware]] a",
    "regexp a [hardware]",
    "clock seconds",
    "rand 5",
    "pwd",
    "file exists /tmp",
    "info hostname",
  ]) {
    expect(run(script), script).toBeUndefined();
  }
});

it("still knows the structure of lists, and the elements beside an unknown one", () => {
  expect(run("llength [list a [hardware] c]")).toBe("3");
  expect(run("lindex [list a [hardware] c] 2")).toBe("c");
  expect(run("lindex [list a [hardware] c] 1")).toBeUndefined();
  expect(run("llength [lreverse [list a [hardware]]]")).toBe("2");
  expect(run("llength [lsort [list b [hardware]]]")).toBe("2");
  expect(run("llength [concat [list a [hardware]] [list b]]")).toBe("3");
  expect(run("lassign [list a [hardware]] x y; set x")).toBe("a");
  expect(run("set n 0; foreach x [list a [hardware] c] {incr n}; set n")).toBe("3");
  expect(run("dict get [dict create a [hardware] b 2] b")).toBe("2");
  expect(run("dict keys [dict create a [hardware] b 2]")).toBe("a b");
  expect(run("set a(x) [hardware]; set a(y) 2; set a(y)")).toBe("2");
  expect(run("set a(x) [hardware]; array names a")).toBe("x");
});

it("goes both ways where a condition is unknown", () => {
  expect(run("set x 0; if {[hardware]} {set x 1} else {set x 1}; set x")).toBe("1");
  expect(run("set x 0; if {[hardware]} {set x 1}; set x")).toBeUndefined();
  expect(run("set x 0; if {[hardware]} {error e}; set x")).toBe("0");
  expect(run("switch [hardware] {a {set x 1} default {set x 1}}; set x")).toBe("1");
  expect(run("set x 0; switch [hardware] {a {set x 1}}; set x")).toBeUndefined();
  expect(run("expr {[hardware] || 1}")).toBe("1");
  expect(run("while {[hardware]} {set x 1}; set y 2")).toBe("2");
});

it("makes variables unknown that a command would have set", () => {
  for (const script of [
    "regexp {(.)} [hardware] all; set all",
    "regsub a [hardware] b x; set x",
    "scan [hardware] %d x; set x",
    "lassign [hardware] x; set x",
    "array set a [hardware]; set a(x)",
    "set d [dict create a 1]; dict set d b [hardware]; dict get $d b",
    "foreach x [hardware] {}; set x",
    "lset l 0 x",
  ]) {
    expect(run(`set all 0; set x 0; set l [hardware]; ${script}`), script).toBeUndefined();
  }
});
