import type { Random } from "../support/random.ts";

/** Makes one thing of a text wrong. `other` is another real text, to take something from. */
type Mutator = (text: string, random: Random, other: string) => string;

const brackets = [...'{}[]"$\\;#()', "\\\n", "{*}", "{expand}", "$(", "{{", "}}", "\r", "\0", "\xff"];

const numbers = [
  "0",
  "-1",
  "0x100000000",
  "0xffffffffffffffff",
  "9223372036854775808",
  "-9223372036854775809",
  "1e400",
  "08",
  "0x",
  "1_000",
  "9".repeat(400),
  `0x${"f".repeat(5000)}`,
];

/** Two offsets with at most so many characters between them. */
function stretch(text: string, random: Random, longest: number): [start: number, end: number] {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + 1 + random.below(longest))];
}

function replaced(text: string, [start, end]: readonly [number, number], content: string): string {
  return text.slice(0, start) + content + text.slice(end);
}

/** Changes the pieces that a pattern finds; the pieces between them are kept. */
function amongPieces(text: string, pattern: RegExp, change: (pieces: string[]) => void): string {
  const pieces = text.match(pattern) ?? [];
  const between = text.split(pattern);
  change(pieces);
  return between.map((part, i) => part + (pieces[i] ?? "")).join("");
}

function swap(pieces: string[], random: Random): void {
  if (pieces.length === 0) return;
  const [a, b] = [random.below(pieces.length), random.below(pieces.length)];
  [pieces[a], pieces[b]] = [pieces[b]!, pieces[a]!];
}

const lines = /[^\r\n]+/g;
const words = /[^\s{}[\]";]+/g;

const mutators: readonly Mutator[] = [
  function flipBits(text, random) {
    const at = random.below(text.length);
    const flipped = (text.charCodeAt(at) ^ (1 << random.below(8))) & 255;
    return replaced(text, [at, at + 1], String.fromCharCode(flipped || 32));
  },
  function deleteSome(text, random) {
    return replaced(text, stretch(text, random, random.percent(80) ? 12 : 400), "");
  },
  function deleteLine(text, random) {
    return amongPieces(text, lines, (pieces) => {
      if (pieces.length > 0) pieces[random.below(pieces.length)] = "";
    });
  },
  function deleteWord(text, random) {
    return amongPieces(text, words, (pieces) => {
      if (pieces.length > 0) pieces[random.below(pieces.length)] = "";
    });
  },
  function duplicate(text, random) {
    const [start, end] = stretch(text, random, 300);
    return replaced(text, [end, end], text.slice(start, end).repeat(1 + random.below(3)));
  },
  (text, random) => amongPieces(text, lines, (pieces) => swap(pieces, random)),
  (text, random) => amongPieces(text, words, (pieces) => swap(pieces, random)),
  function insertBracket(text, random) {
    const at = random.below(text.length + 1);
    return replaced(text, [at, at], random.pick(brackets));
  },
  function changeNumber(text, random) {
    return amongPieces(text, /\b(?:0x)?[0-9a-f]*\d[0-9a-f]*\b/gi, (pieces) => {
      if (pieces.length > 0) pieces[random.below(pieces.length)] = random.pick(numbers);
    });
  },
  function graft(text, random, other) {
    const at = random.below(text.length + 1);
    return replaced(text, [at, at], other.slice(...stretch(other, random, 300)));
  },
  function wordFromElsewhere(text, random, other) {
    const foreign = other.match(words) ?? ["x"];
    return amongPieces(text, words, (pieces) => {
      if (pieces.length > 0) pieces[random.below(pieces.length)] = random.pick(foreign);
    });
  },
];

/** Makes some things of a text wrong. */
export const mutate: Mutator = (text, random, other) => {
  let mutated = text;
  for (let left = 1 + random.below(4); left > 0; left--) {
    mutated = random.pick(mutators)(mutated, random, other);
  }
  return mutated;
};

/** Ends a text anywhere. */
export const truncate: Mutator = (text, random) => text.slice(0, random.below(text.length + 1));

/** The beginning of one text and the end of another. */
export const splice: Mutator = (text, random, other) =>
  truncate(text, random, other) + other.slice(random.below(other.length + 1));

/** Ends lines in all the ways there are, mixed or all alike. */
export const changeLineEnds: Mutator = (text, random, other) => {
  const ends = random.pick([
    ["\r\n"],
    ["\n"],
    ["\r"],
    ["\r\n", "\n"],
    ["\r\n", "\n", "\r", "\n\r", "\r\r\n"],
  ]);
  const changed = text.replace(/\r?\n/g, () => random.pick(ends));
  return random.percent(50) ? changed : mutate(changed, random, other);
};
