import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { deepTokens, scanDeep } from "../../src/tcl/scan-deep.ts";
import { parse, type Script } from "../../src/tcl/syntax.ts";
import { listScripts, scriptsDir } from "../support/openocd.ts";

type Place = [kind: number, start: number, end: number];

/** All tokens as the syntax tree has them, made one by one, as deep as the flat scan goes. */
function tokensOf(script: Script, depth = 0): Place[] {
  return [...script.leaves()].flatMap((leaf) => {
    const { kind, start, end } = leaf;
    const inner = depth < 200 ? leaf.script : undefined;
    return [[kind, start, end] satisfies Place, ...(inner ? tokensOf(inner, depth + 1) : [])];
  });
}

/** The same tokens from the flat tables, each before those inside it. */
function flatTokens(text: string): Place[] {
  const all = scanDeep(text);
  const places: Place[][] = Array.from({ length: all.scriptCount }, () => []);
  for (const { kind, start, end, script } of deepTokens(all)) places[script]!.push([kind, start, end]);
  const first = (script: number) => all.scripts[3 * script + 2]!;
  const within = new Map(places.map((_, script) => [all.scripts[3 * script]!, script]));
  const walk = (script: number): Place[] =>
    places[script]!.flatMap((place, i) => {
      const inner = within.get(first(script) + i);
      return [place, ...(inner === undefined ? [] : walk(inner))];
    });
  return walk(0);
}

function agrees(text: string): void {
  expect(flatTokens(text)).toEqual(tokensOf(parse(text)));
}

it("has the tokens that the syntax tree has", () => {
  agrees("");
  agrees("if {$a > 1} {\n  # a { b }\n  set b [foo {c d} $e(f)]\n} else { x {y {z}} }\n");
  agrees('proc p {} { puts "a {b" ; set c {\\} d} }; {unfinished { once }\n more [and twice\n');
  agrees("[[[a] {b} c]]{}[]{ }[ ]");
});

it("has them for every script that OpenOCD ships", () => {
  for (const name of listScripts("", /\.(cfg|tcl)$/)) agrees(readFileSync(join(scriptsDir, name), "latin1"));
});

it("has them for any text", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"',
    "\\",
    "\n",
    ";",
    "#",
    "$",
    "(",
    ")",
    " ",
    "a",
    "{*}",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => agrees(pieces.join(""))),
    { numRuns: 2000 },
  );
});

it("stays bounded on what nests without end", () => {
  for (const one of ["{", "[", "[{", "{}", "[ {"]) {
    const { count } = scanDeep(one.repeat(200_000));
    expect(count).toBeGreaterThan(0);
  }
  agrees("set a {b {c}}");
});
