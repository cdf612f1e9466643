import { describe, expect, it } from "vitest";
import { loadConfigSync } from "../../src/openocd/load.ts";

function problemsOf(text: string, openocd: string): string[] {
  const fs = { read: () => text, kind: () => "file" as const };
  return loadConfigSync("board.cfg", { fs, openocd }).problems.map(({ message }) => message);
}

describe("expr of several words", () => {
  it.each(["st-1.3.0", "st-1.5.0", "st-1.7.0", "0.12.0", "st-1.13.0"])(
    "is one expression in %s",
    (openocd) => {
      expect(problemsOf("if { [expr 1 + 1 == 2] } { no-such-command }", openocd)).toEqual([
        'invalid command name "no-such-command"',
      ]);
    },
  );

  it("joins its words as lists or text, without those that are empty", () => {
    expect(problemsOf('set e {}\nset r [expr $e 1 " + " {2}]\nno-such-$r', "0.12.0")).toEqual([
      'invalid command name "no-such-3"',
    ]);
  });

  it("says so where there is no word, and where they are no expression", () => {
    expect(problemsOf("expr", "st-1.7.0")).toEqual(['wrong # args: should be "expr expression ?...?"']);
    expect(problemsOf("expr 1 +", "st-1.7.0")).toEqual([
      'syntax error in expression "1 +": premature end of expression',
    ]);
  });

  it("is refused by master", () => {
    expect(problemsOf("expr 1 + 2", "master")).toEqual(['wrong # args: should be "expr expression"']);
  });
});
