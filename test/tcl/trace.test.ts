import { expect, it } from "vitest";
import { runOurs } from "../oracle/jim/ours.ts";

/** How an error of a file named `f` was reached: procedure, file and line of each level. */
function trace(script: string): string {
  const outcome = runOurs(script, "f");
  return typeof outcome === "string" ? outcome : outcome.trace;
}

it("names the line of the command that failed, and of each call that led to it", () => {
  expect(trace("set a 1\n\nnosuch\n")).toBe("{} f 3");
  expect(trace("proc p {} {\n  nosuch\n}\np\n")).toBe("{} f 2 p f 4");
  expect(trace("proc p {} {nosuch}\nproc q {} {\n\np}\nif 1 {\nq\n}\n")).toBe("{} f 1 p f 4 q f 6");
  expect(trace("eval {\nnosuch}\n")).toBe("{} f 2 {} f 1");
  expect(trace("set s nosuch\neval $s\n")).toBe("{} f 1 {} f 2");
  expect(trace("list a \\\n  {*}[nosuch]\n")).toBe("{} f 2");
});

it("names the line where what is unfinished begins", () => {
  expect(trace("set a 1\nset b {\nlist\n")).toBe("{} f 2");
  expect(trace("set a 1\nset b [foo\nlist\n")).toBe("{} f 2");
  expect(trace('"abc\n')).toBe("{} f 0");
});

it("may be given by the script", () => {
  expect(trace("error msg {p g 5}")).toBe("p g 5");
  expect(trace("proc p {} {return -code error -errorinfo {q g 7} x}\np")).toBe("q g 7");
});
