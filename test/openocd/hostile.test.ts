import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

// Each config runs in a process of its own with 256 MB for everything that it makes.
const library = resolve(import.meta.dirname, "../../dist/index.js");
const program = `
  const { loadConfigSync } = await import(process.argv[1]);
  const begin = performance.now();
  const { problems } = loadConfigSync("hostile.cfg", { transport: "hla_swd", cwd: process.argv[2], searchPaths: ["."] });
  const [problem] = problems;
  console.log(JSON.stringify({ ms: performance.now() - begin, code: problem?.code, message: problem?.message, line: problem?.line, megabytes: process.resourceUsage().maxRSS / 1000 }));
`;

interface Outcome {
  ms: number;
  /** The most that the process took, node itself included. */
  megabytes: number;
  code?: string;
  message?: string;
  line?: number;
}

const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-hostile-"));
mkdirSync(join(folder, "target"));
writeFileSync(join(folder, "victim.txt"), "still here");
writeFileSync(join(folder, "huge.cfg"), "");
truncateSync(join(folder, "huge.cfg"), 1024 ** 3);
afterAll(() => rmSync(folder, { recursive: true }));

function run(config: string): Outcome {
  writeFileSync(join(folder, "hostile.cfg"), config, "latin1");
  const node = ["--max-old-space-size=256", "--input-type=module", "--eval", program, library, folder];
  const { stdout, stderr, signal, status } = spawnSync(process.execPath, node, {
    encoding: "utf8",
    timeout: 10_000,
    cwd: folder,
  });
  expect({ signal, status, stderr }).toEqual({ signal: null, status: 0, stderr: "" });
  return JSON.parse(stdout);
}

const nest = (open: string, middle: string, close: string, depth: number) =>
  open.repeat(depth) + middle + close.repeat(depth);

const endless: [name: string, config: string, message: RegExp][] = [
  ["a loop", "while {1} {}", /endless loop/],
  ["a loop of nothing", "for {} {1} {} {}", /endless loop/],
  ["a loop that catches all", "while {1} {catch {error x}}", /endless loop/],
  ["recursion", "proc p {} {p}\np", /nested|recursion|depth/i],
  ["recursion by eval", "set s {eval $s}\neval $s", /nested|recursion|depth/i],
  ["recursion by uplevel", "proc p {} {uplevel 1 p}\np", /nested|recursion|depth|level/i],
  ["an alias of itself", "alias a a\na", /nested|recursion|depth|invalid|loop/i],
  ["sourcing itself", "source [find hostile.cfg]", /sourced inside itself/],
  ["a handler of `unknown` that needs itself", "proc unknown args {nosuch}\nnosuch", /./],
];

const large: [name: string, config: string][] = [
  ["a million elements", "for {set i 0} {$i < 1000000} {incr i} {lappend l $i}"],
  ["a list that doubles", "set l x\nwhile {1} {set l [list {*}$l {*}$l]}"],
  ["a text that doubles", "set t x\nwhile {1} {append t $t}"],
  ["repeating a text", "string repeat abcdefgh 1000000000"],
  ["repeating elements", "lrepeat 1000000000 x"],
  ["a wide format", "format %1000000000d 1"],
  ["a large power", "expr {7 ** 100000000000}"],
  ["a pattern that backtracks", "regexp {(a+)+$} [string repeat a 40]b"],
  ["a pattern of many stars", "string match [string repeat *a 40]b [string repeat a 5000]"],
  ["copies of a list that are kept", "set b [lrepeat 100000 x]\nwhile 1 {set k([incr i]) [lassign $b]}"],
  [
    "a dict's list that grows and is kept",
    "while 1 {dict lappend d a x\nset k([incr i]) [lrange [dict get $d a] 0 end]}",
  ],
  ["the elements of a long text", 'llength [string repeat "a " 4500000]'],
  ["a long expression", "expr [string repeat 1+ 2000000]1"],
  ["a million words in a line", "set a 1\r".repeat(1_000_000)],
  ["a million commands", "set a 1\n".repeat(1_000_000)],
  [
    "a text that is read each time it grows",
    "set x [string repeat a 1000000]\nwhile 1 {append x a\nstring index $x 0\nset k([incr i]) $x}",
  ],
  ["variables without end", "while 1 {set v[incr i] $i}"],
  ["procs without end", "while 1 {proc p[incr i] {} {set a 1}}"],
  ["a deep stack of errors", "proc p {n} {if {$n} {p [expr {$n-1}]} else {while 1 {catch {nosuch}}}}\np 300"],
  [
    "a list of lists of lists",
    "set l {}\nfor {set i 0} {$i < 100000} {incr i} {set l [list $l $l]}\nset x $l",
  ],
];

const deep: [name: string, config: string][] = [
  ["braces", nest("{", "x", "}", 200_000)],
  ["braces in a body", `if {1} ${nest("{if {1} ", "{}", "}", 20_000)}`],
  ["brackets", `set x ${nest("[list ", "x", "]", 100_000)}`],
  ["brackets in quotes", `set x ${nest('"[list ', "x", ']"', 50_000)}`],
  ["parentheses", `expr {${nest("(", "1", ")", 100_000)}}`],
  ["operators", `expr {${"-".repeat(100_000)}1}`],
  ["nothing closed", '[{"'.repeat(100_000)],
];

const effects: [name: string, config: string][] = [
  ["exec", "exec touch made.txt"],
  ["open for writing", "set f [open made.txt w]\nputs $f x\nclose $f"],
  ["open of a pipe", "open {|touch made.txt}"],
  ["deleting a file", "file delete victim.txt"],
  ["renaming a file", "file rename victim.txt made.txt"],
  ["making a folder", "file mkdir made.txt"],
  ["copying a file", "file copy victim.txt made.txt"],
  ["a socket", "socket stream 127.0.0.1:9"],
  ["loading a library", "load made.so"],
  ["changing folder", "cd target"],
  ["killing", "kill 9 1"],
];

describe("a config that does not end", () => {
  it.each(endless)("%s is stopped, and said where", (_, config, message) => {
    const { ms, ...problem } = run(config);
    expect(ms).toBeLessThan(2000);
    expect(problem.message).toMatch(message);
    expect(problem.line).toBeGreaterThan(0);
  });
});

describe("a config that grows", () => {
  it.each(large)("%s stays within its time and memory", (_, config) => {
    const { ms, megabytes } = run(config);
    expect(ms).toBeLessThan(2000);
    expect(megabytes).toBeLessThan(300);
  });
});

describe("a config nested deeply", () => {
  it.each(deep)("%s stays within its time and memory", (_, config) => {
    expect(run(config).ms).toBeLessThan(2000);
  });
});

describe("a config that reads what is no config", () => {
  it.each([
    ["a folder", "source target"],
    ["a device", "source /dev/zero"],
    ["a file of 1 GB", "source huge.cfg"],
    ["nothing", "source nosuch.cfg"],
    ["what find does not find", "source [find nosuch.cfg]"],
  ])("%s is refused with its place", (_, config) => {
    const { ms, ...problem } = run(`\n${config}`);
    expect(ms).toBeLessThan(2000);
    expect(problem).toMatchObject({ code: "file-not-found", line: 2 });
  });
});

describe("a config that would touch the machine", () => {
  it.each(effects)("%s has no effect, and is no fault of the config", (_, config) => {
    expect(run(`\n${config}\nadapter speed x`)).toMatchObject({ line: config.split("\n").length + 2 });
    expect(readdirSync(folder).sort()).toEqual(["hostile.cfg", "huge.cfg", "target", "victim.txt"]);
  });

  it("exit ends the run and not the process", () => {
    expect(run("exit")).toMatchObject({ line: 1 });
    expect(existsSync(library)).toBe(true);
  });
});
