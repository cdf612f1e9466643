import { describe, expect, it } from "vitest";
import { failureOf } from "./failure.ts";

const of = (text: string) => failureOf(text.split("\n"));

describe("failureOf", () => {
  it("reads place, message and stack", () => {
    expect(
      of(
        `Info : hello
a.cfg:2: Error: invalid command name "bar"
in procedure 'script' 
at file "embedded:startup.tcl", line 28
in procedure 'foo' called at file "a.cfg", line 5
at file "a.cfg", line 2`,
      ),
    ).toEqual({
      file: "a.cfg",
      line: 2,
      message: 'invalid command name "bar"',
      logged: [],
      stack: [
        { proc: "script" },
        { file: "embedded:startup.tcl", line: 28 },
        { proc: "foo", file: "a.cfg", line: 5 },
        { file: "a.cfg", line: 2 },
      ],
    });
  });

  it("keeps a message of several lines, even one that holds an error text of its own", () => {
    const message = 'first\nb.cfg:7: Error: inner\nat file "b.cfg", line 7\n\nlast: x.cfg:1: Error: y';
    const text = `a.cfg:2: Error: ${message}\nin procedure 'script' \nat file "a.cfg", line 2`;
    expect(of(text)).toMatchObject({
      file: "a.cfg",
      line: 2,
      message,
      stack: [{ proc: "script" }, { line: 2 }],
    });
  });

  it("takes what was logged for the message where Tcl has none", () => {
    const text = `Error: older
Info : between
Error: Invalid command argument
Error: target 'x' not defined
/usr/bin/../share/s/a.cfg:9: Error: 
in procedure 'script' 
at file "/usr/bin/../share/s/a.cfg", line 9
`;
    expect(of(text)).toEqual({
      file: "/usr/share/s/a.cfg",
      line: 9,
      message: "Invalid command argument\ntarget 'x' not defined",
      logged: ["Invalid command argument", "target 'x' not defined"],
      stack: [{ proc: "script" }, { file: "/usr/share/s/a.cfg", line: 9 }],
    });
  });

  it("reads past a usage text, and knows no place where OpenOCD gives none", () => {
    expect(
      of("Error: unknown reset_config flag (foo)\nreset_config [none|trst_only]\n          [combined]\n\n"),
    ).toEqual({
      message: "unknown reset_config flag (foo)",
      logged: ["unknown reset_config flag (foo)"],
      stack: [],
    });
  });

  it("has no message for a bare usage text", () => {
    expect(of("Info : x\n  espusbjtag caps_descriptor descriptor\n\n")).toEqual({
      message: "",
      logged: [],
      stack: [],
    });
  });

  it("does not mind what OpenOCD says while it cleans up", () => {
    const text = `a.cfg:1: Error: no
in procedure 'script' 
at file "a.cfg", line 1
Warn : Flash driver of x.flash does not support free_driver_priv()`;
    expect(of(text)).toMatchObject({ file: "a.cfg", line: 1, message: "no" });
  });
});
