import fc, { type Arbitrary } from "fast-check";
import { configs, textOf as textOfConfig } from "../oracle/configs/generate.ts";
import { programs, textOf as textOfProgram } from "../oracle/jim/generate.ts";
import type { Random } from "../support/random.ts";

function bytesOf(length: number, byte: () => number): string {
  return String.fromCharCode(...Array.from({ length }, byte));
}

const structure = '{}[]"$\\; \n\t\r#()*:=-0a';

/** Bytes of any kind, or only those that mean something to Tcl. */
export function noise(random: Random): string {
  const length = random.below(random.percent(90) ? 200 : 4000);
  return random.percent(50)
    ? bytesOf(length, () => random.below(256))
    : bytesOf(length, () => structure.charCodeAt(random.below(structure.length)));
}

/** The words of a real config in any order, between characters that give them a structure. */
export function soup(text: string, random: Random): string {
  const words = text.match(/[^\s{}[\]";]+/g) ?? ["x"];
  const between = [" ", " ", " ", " ", "\n", "\n", ";", "{", "}", "[", "]", '"', " {", "} ", "\\\n"];
  const length = 1 + random.below(80);
  return Array.from({ length }, () => random.pick(words) + random.pick(between)).join("");
}

const nests: readonly (readonly [open: string, close: string])[] = [
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
  ['"[list ', ']"'],
  ["[list ", "]"],
  ["{if {1} ", "}"],
  ["$(", ")"],
  ["\\", ""],
  ["-", ""],
  ["$a(", ")"],
  ["{*}", ""],
  ["[expr {", "}]"],
  ["\\\n", ""],
];

const around: readonly (readonly [before: string, after: string])[] = [
  ["", ""],
  ["set x ", ""],
  ["if {1} ", ""],
  ["expr {", "}"],
  ["proc p {} {", "}\np"],
  ["set x {", "}\neval $x"],
  ["regexp {", "} x"],
  ["jtag newtap ", " -irlen 4"],
  ["chip.cpu configure -event reset-init {", "}"],
];

/** Something nested deeply, which may or may not be closed. */
export function nest(random: Random): string {
  const [open, close] = random.pick(nests);
  const depth = 1 + random.below(random.pick([30, 30, 30, 300, 300, 3000, 20_000]));
  const closed = random.percent(70) ? depth : random.below(depth);
  const [before, after] = random.pick(around);
  return `${before}${open.repeat(depth)}${random.pick(["", "x", "1", "$x"])}${close.repeat(closed)}${after}\n`;
}

/** What a generator of the comparisons with the real interpreters makes for a number. */
function generated<T>(arbitrary: Arbitrary<T>, random: Random): T {
  return fc.sample(arbitrary, { seed: random.bits() | 0, numRuns: 1 })[0]!;
}

/** A program in Tcl. */
export function program(random: Random): string {
  return textOfProgram(generated(programs, random));
}

/** A config, and the file that it may source. */
export function config(random: Random): { text: string; sub: string } {
  const made = generated(configs, random);
  return { text: textOfConfig(made), sub: made.sub };
}
