import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scan } from "../../src/tcl/scan.ts";
import { Fault, Token } from "../../src/tcl/tokens.ts";
import { listScripts, scriptsDir } from "../support/openocd.ts";

/** Whether the tokens of a text lie end to end, from its start to its end. */
function tiles(text: string, start = 0, end = text.length): boolean {
  const { table, count } = scan(text, start, end);
  let at = start;
  for (let i = 0; i < count; i++) {
    const next = table[2 * i + 1]!;
    if (next <= at) return false;
    at = next;
  }
  return at === end;
}

function kindsOf(text: string): number[] {
  const { table, count } = scan(text);
  return Array.from({ length: count }, (_, i) => table[2 * i]!);
}

describe("tokens", () => {
  const scripts = [".cfg", ".tcl"].flatMap((ending) =>
    [
      "board",
      "chip",
      "cpld",
      "cpu",
      "fpga",
      "interface",
      "memory",
      "mem_helper.tcl",
      "target",
      "test",
      "tools",
    ].flatMap((sub) => listScripts(sub, new RegExp(`\\${ending}$`))),
  );

  it.skipIf(scripts.length === 0)("are every byte of each of OpenOCD's own scripts", () => {
    for (const name of scripts) {
      const text = readFileSync(join(scriptsDir, name), "latin1");
      expect(tiles(text), name).toBe(true);
      expect(scan(text).fault, name).toBe(Fault.None);
    }
  });

  const pieces = fc.constantFrom(
    ...'{}[]"$\\;#() \t\r\n\f\v',
    "\\\n",
    "\r\n",
    "{*}",
    "{expand}",
    "abc",
    "$a",
    "::",
    "$a(b",
    "\0",
    "\xe9",
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary-ascii", maxLength: 60 }),
  );

  it("are every byte of any text", () => {
    fc.assert(
      fc.property(texts, (text) => tiles(text)),
      { numRuns: 10_000 },
    );
  });

  it("are every byte of any stretch of a text", () => {
    const stretch = fc.tuple(texts, fc.nat(60), fc.nat(60)).map(([text, a, b]) => {
      const ends = [Math.min(a, text.length), Math.min(b, text.length)].sort((x, y) => x - y);
      return { text, start: ends[0]!, end: ends[1]! };
    });
    fc.assert(
      fc.property(stretch, ({ text, start, end }) => tiles(text, start, end)),
      { numRuns: 2000 },
    );
  });

  it("distinguish words, separators and comments", () => {
    expect(kindsOf("set a {b c}; # x\n")).toEqual([
      Token.Text,
      Token.Space,
      Token.Text,
      Token.Space,
      Token.Braced,
      Token.Separator,
      Token.Comment,
    ]);
    expect(kindsOf('puts "a $b(c)[d]$(1)"')).toEqual([
      Token.Text,
      Token.Space,
      Token.Quote,
      Token.Text,
      Token.Element,
      Token.Command,
      Token.Expression,
      Token.Quote,
    ]);
    expect(kindsOf("{*}$a")).toEqual([Token.Expand, Token.Variable]);
  });

  it("are found in time that grows with the text, however hostile", () => {
    for (const piece of ["[", '"[', "$a(", "{", "\\", "$a(()", '[" {']) {
      const start = performance.now();
      scan(piece.repeat(50_000));
      expect(performance.now() - start, piece).toBeLessThan(2000);
    }
  });
});
