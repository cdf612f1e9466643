import { describe, expect, it } from "vitest";
import { defineCommands } from "../../src/tcl/commands/index.ts";
import { Interp } from "../../src/tcl/interp.ts";
import { JIM, type JimVersion } from "../../src/tcl/jim.ts";
import { run } from "./run.ts";

function runIn(version: JimVersion, script: string): string | undefined {
  const interp = new Interp();
  defineCommands(interp, JIM[version]);
  return run(script, interp);
}

const lsortOptions = "-ascii, -command, -decreasing, -increasing, -index, -integer, -nocase, -real";

/** What each Jim says, from the oldest on; the programs of OpenOCD that carry it were asked. */
const answers: [script: string, old: string, from: JimVersion, next: string][] = [
  ["list {a}b", "ab", "0.79", "1: extra characters after close-brace"],
  ["proc p {} {defer {list}}; p", '1: invalid command name "defer"', "0.79", "list"],
  ["lreplace {a b} 5 6 x", "1: list doesn't contain element 5", "0.79", "a b x"],
  [
    "proc p {a args} {}; p",
    '1: wrong # args: should be "p a ?arg...?"',
    "0.80",
    '1: wrong # args: should be "p a ?arg ...?"',
  ],
  ["expr 1 + 1", "2", "0.80", '1: wrong # args: should be "expr expression"'],
  ["expr {{a} lt {b}}", '1: syntax error in expression: "{a} lt {b}"', "0.80", "1"],
  ["expr {!true}", '1: expected floating-point number but got "true"', "0.80", "0"],
  ["expr {!3}", "0", "0.80", "0"],
  ["expr {1 # one\n+ 1}", '1: syntax error in expression: "1 # one\n+ 1"', "0.80", "2"],
  ["incr x 1+1", '1: expected integer but got "1+1"', "0.80", "2"],
  ["loop i 3 {}; set i", '1: wrong # args: should be "loop var first limit ?incr? body"', "0.80", "3"],
  ["dict remove {a 1 b 2 c 3} a", "b 2 c 3", "0.80", "c 3 b 2"],
  [
    "lsort -stride 2 {b 1 a 2}",
    `1: bad option "-stride": must be ${lsortOptions}, or -unique`,
    "0.80",
    "a 2 b 1",
  ],
  ["lsearch -index 1 {{a 1} {b 2}} 2", "1: bad option", "0.80", "1"],
  ["dict getdef {a 1} b 5", '1: bad subcommand "getdef"', "0.80", "5"],
  ["dict getwithdefault {a 1} b 5", '1: bad subcommand "getwithdefault"', "0.80", "5"],
  ["lsort -dictionary {a10 a9}", '1: bad option "-dictionary"', "0.83", "a9 a10"],
  ["try {error a} trap {} m {list t $m}", "1: wrong # args", "0.83", "t a"],
  ["string foo x", '1: bad option "foo": must be', "0.83", '1: string, unknown command "foo": should be'],
  ["dict foo", '1: bad subcommand "foo": must be', "0.83", '1: dict, unknown command "foo": should be'],
  ["info foo", '1: bad subcommand "foo": must be', "0.83", '1: info, unknown command "foo": should be'],
  ["info", '1: wrong # args: should be "info subcommand', "0.83", '1: wrong # args: should be "info command'],
];

describe.each(Object.keys(JIM) as JimVersion[])("Jim %s", (version) => {
  it.each(answers)("%s", (script, old, from, next) => {
    expect(runIn(version, script)).toSatisfy((answer: string) =>
      answer.startsWith(version < from ? old : next),
    );
  });

  it("says which it is", () => {
    expect(runIn(version, "info version")).toBe(version);
  });
});
