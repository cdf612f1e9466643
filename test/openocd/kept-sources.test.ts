import { expect, it } from "vitest";
import { keptSource } from "../../src/openocd/kept-sources.ts";
import { load } from "./memory.ts";

it("keeps a text that is run again, as long as it is the same", () => {
  const first = keptSource("/a.cfg", "set x 1\n");
  expect(keptSource("/a.cfg", "set x 1\n")).toBe(first);
  expect(keptSource("/a.cfg", "set x 2\n").text).toBe("set x 2\n");
  expect(keptSource("/b.cfg", "set x 1\n").name).toBe("/b.cfg");
});

it("forgets the text that was run longest ago, and keeps no huge one", () => {
  const first = keptSource("/first.cfg", "# first\n");
  const second = keptSource("/second.cfg", "# second\n");
  for (let i = 0; i < 30; i++) {
    keptSource(`/${i}.cfg`, "#".repeat(9000));
    expect(keptSource("/second.cfg", "# second\n")).toBe(second);
  }
  expect(keptSource("/first.cfg", "# first\n")).not.toBe(first);
  const huge = "#".repeat(1_000_000);
  expect(keptSource("/huge.cfg", huge)).not.toBe(keptSource("/huge.cfg", huge));
  expect(keptSource("/second.cfg", "# second\n")).toBe(second);
});

it("leaves nothing of one run to the next: how a literal was last read is forgotten", () => {
  // Jim says what is wrong with an expression only the first time; `0b11` read as an integer stays one.
  const text =
    "set e {1 +}\nset n 0b11\ncatch {expr $e} said\necho $said\nexpr {$n + 1}\nexpr 0b11 + 0.5\nexpr {1 +}\n";
  const [first, second] = [load(text), load(text)];
  expect(first.problems.length).toBeGreaterThan(0);
  expect(second.problems).toEqual(first.problems);
  expect(second.variables).toEqual(first.variables);
});

it("distinguishes a script inside itself from the outer one", () => {
  const text = `if {[info exists inner]} {
  jtag newtap a b -irlen 4
} else {
  set inner 1
  source a.cfg
}
`;
  for (let run = 0; run < 2; run++) {
    const [tap] = load(text, { transport: "jtag" }).taps;
    expect([tap?.at.line, tap?.calledFrom.map(({ line }) => line)]).toEqual([2, [5]]);
  }
});
