import { describe, expect, it } from "vitest";
import { newInterp, run } from "./run.ts";

describe("what only the machine knows is unknown", () => {
  it.each([
    "set ::env(HOME)",
    "env HOME",
    "env HOME none",
    "env",
    "set env(X)",
    "info exists ::env(X)",
    "array names env",
    "set auto_path",
    "lappend auto_path /lib",
    "set tcl_platform(os)",
    "set tcl_platform(platform)",
    "exec uname -s",
    "open /etc/passwd",
    "open {|uname}",
    "socket stream 127.0.0.1:9",
    "glob *.cfg",
    "readdir .",
    "pid",
    "pwd",
    "clock seconds",
    "clock format [clock seconds]",
    "info hostname",
    "os.getids",
    "file exists /etc/passwd",
    "file isfile mine.cfg",
    "file size /etc/passwd",
    "file mtime /etc/passwd",
    "file normalize .",
    "load mine.so",
    "set f [open x]; gets $f",
    "set f [open x]; $f gets",
    "set f [open x]; set text [read $f]; close $f; string length $text",
    "set f [open x]; seek $f 0; tell $f",
    "set child [interp]; $child eval {set x 1}",
    "stdin gets",
  ])("%s", (script) => {
    expect(run(script)).toBeUndefined();
  });

  it("and so is what a script makes of it, though it goes on", () => {
    expect(run("set f [open log.txt w]; puts $f text; puts -nonewline $f text; flush $f; list on")).toBe(
      "on",
    );
    expect(run("set f [open x]; while {[gets $f line] >= 0} {lappend lines $line}; list on")).toBe("on");
    expect(run("set n 0; foreach f [glob *.cfg] {incr n}; set n")).toBeUndefined();
    expect(run("set x 1; if {$tcl_platform(os) eq {linux}} {set x 2}; set x")).toBeUndefined();
    expect(run("set ::env(BOARD) x; set ::env(BOARD)")).toBeUndefined();
    expect(run("set tcl_interactive")).toBe("0");
    expect(run("set tcl_platform(engine)")).toBe("Jim");
  });
});

describe("what may fail on the machine", () => {
  it.each(["exec uname", "open x", "set ::env(BOARD)", "env BOARD", "cd /", "file size x", "file delete x"])(
    "%s may fail inside catch, and is no error outside of it",
    (script) => {
      expect(run(`${script}; list on`)).toBe("on");
      expect(run(`catch {${script}}`)).toBeUndefined();
      expect(run(`catch {catch {${script}}}`)).toBe("0");
    },
  );

  it("takes both ways, as a branch does", () => {
    expect(run("if {[catch {set b $::env(BOARD)}]} {set b mine}; list on")).toBe("on");
    expect(run("set b a; catch {exec true; set b c}; set b")).toBeUndefined();
    expect(run("catch {exec true; set b c}; info exists b")).toBeUndefined();
    expect(run("catch {set b [exec true]} m; set m")).toBeUndefined();
    expect(run("set b a; catch {set b a; exec true}; set b")).toBe("a");
    expect(run("set b a; try {exec true} on ok {} {set b c} on error {} {set b c}; set b")).toBe("c");
    expect(run("set b a; try {exec true} on error {} {set b c}; set b")).toBeUndefined();
    expect(run("catch {set b c}; info exists b")).toBe("1");
  });
});

it("does not have `source`, which its host brings", () => {
  expect(run("source /etc/passwd")).toBe('1: invalid command name "source"');
});

it("keeps what is printed", () => {
  const interp = newInterp();
  run("puts hello; puts -nonewline a; puts stderr b; puts stdout c; stdout puts d; puts [hardware]", interp);
  expect(interp.output.join("")).toBe("hello\nab\nc\nd\n?\n");
  run("set line [string repeat x 100000]; loop i 50 {puts $line}", interp);
  expect(interp.output.join("").length).toBeLessThan(1_100_000);
  expect(run("puts nosuch text", interp)).toBe('1: invalid command name "nosuch"');
});

it("knows nothing of the process's own environment", () => {
  process.env.L5CFG_TEST = "leak";
  try {
    expect(run("env L5CFG_TEST none")).toBeUndefined();
    expect(run("set ::env(L5CFG_TEST)")).toBeUndefined();
  } finally {
    delete process.env.L5CFG_TEST;
  }
});

it("does not wait", () => {
  expect(run("after 100000; update; sleep 100; list done")).toBe("done");
});
