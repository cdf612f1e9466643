import fc from "fast-check";
import { formatList } from "../../../src/tcl/list.ts";

/** Values, as plain text, of the kinds that commands take. */
export const integers = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5, max: 12 }).map(String) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.bigInt({ min: -(1n << 64n), max: 1n << 65n }).map(String) },
  { weight: 1, arbitrary: fc.nat(300).map((n) => `0x${n.toString(16)}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "0b101",
      "0o17",
      "017",
      "08",
      "0d9",
      "-0x1f",
      "+7",
      " 5 ",
      "0x",
      "-",
      "5a",
      // Whether Jim takes ±2^63 depends on an old `errno`, so these stop short of it.
      "9223372036854775806",
      "-9223372036854775807",
      "9223372036854775809",
      "18446744073709551615",
      "18446744073709551616",
    ),
  },
);

export const reals = fc.oneof(
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(999)).map(([whole, part]) => `${whole}.${part}`),
  fc.double({ noNaN: true }).map(String),
  fc.constantFrom(
    "1e3",
    "1E-3",
    ".5",
    "5.",
    "-.5e2",
    "1e400",
    "1e-400",
    "NaN",
    "Inf",
    "-Inf",
    "inf",
    "nan",
    "infinity",
    "0x1p3",
    "1e",
    "1.5.5",
    "100000000000.5",
    "0.1",
    "1e15",
    "123456789012345.678",
  ),
);

const letters = fc.constantFrom(..."aabbcxyzABZ019_");
const special = fc.constantFrom(
  ..." \t\n\r;\"{}[]$\\#()*?-+.,:&|<>=!%~^'@/",
  "\v",
  "\f",
  "\x01",
  "\x7f",
  "\x80",
  "\xe9",
  "\xff",
);

export const names = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
export const texts = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: letters, maxLength: 8 }) },
  { weight: 3, arbitrary: fc.string({ unit: fc.oneof(letters, special), maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: special, maxLength: 5 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("", "abc", "a b c", "hello world", "A-B-C", "aXbXc", "foo.bar", "on", "true"),
  },
);

export const values = fc.oneof(
  { weight: 4, arbitrary: texts },
  { weight: 3, arbitrary: integers },
  { weight: 1, arbitrary: reals },
);

export const lists = fc.oneof(
  { weight: 5, arbitrary: fc.array(values, { maxLength: 6 }).map(formatList) },
  {
    weight: 2,
    arbitrary: fc.array(fc.array(values, { maxLength: 3 }).map(formatList), { maxLength: 4 }).map(formatList),
  },
  { weight: 2, arbitrary: fc.array(integers, { maxLength: 8 }).map(formatList) },
  { weight: 1, arbitrary: fc.array(texts, { maxLength: 5 }).map((items) => items.join("  ")) },
  { weight: 1, arbitrary: texts },
);

/** A few keys only, so that they meet again. */
export const keys = fc.constantFrom("a", "b", "c", "d", "k1", "", "a b", "{");

export const dicts = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.tuple(keys, values), { maxLength: 5 }).map((pairs) => formatList(pairs.flat())),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(
        fc.tuple(
          keys,
          fc.array(fc.tuple(keys, values), { maxLength: 3 }).map((p) => formatList(p.flat())),
        ),
        {
          maxLength: 3,
        },
      )
      .map((pairs) => formatList(pairs.flat())),
  },
  { weight: 1, arbitrary: lists },
);

export const indexes = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -1, max: 6 }).map(String) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "end",
      "end-1",
      "end-2",
      "end+1",
      "end-0",
      "1+1",
      "3-1",
      "end-1+1",
      "0x1",
      "2*1",
      "$1",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "en", "end ", "end1", "1 1", "x", "1.5", "-2", "[x]", '"1"', "{1}", " 2"),
  },
);

export const patterns = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."**??aabcXZ[]-^\\019_"), maxLength: 7 }),
  fc.constantFrom(
    "*",
    "a*",
    "*a",
    "?",
    "[a-c]*",
    "[^a]",
    "[c-a]",
    "\\*",
    "*b*",
    "[]a]",
    "[a",
    "a?c",
    "[\\]]",
    "*[0-9]",
  ),
  texts,
);

const regexAtoms = fc.constantFrom(
  ..."aabcXZ01_ .",
  "^",
  "$",
  "[abc]",
  "[^a]",
  "[a-z]",
  "[[:alpha:]]",
  "[[:digit:]x]",
  "[]a]",
  "[-a]",
  "\\d",
  "\\w",
  "\\s",
  "\\S",
  "\\W",
  "\\m",
  "\\M",
  "\\A",
  "\\Z",
  "\\.",
  "\\x41",
  "\\n",
  "[\\w]",
  "[z-a]",
);
const counts = fc.constantFrom(
  "",
  "",
  "",
  "*",
  "+",
  "?",
  "{2}",
  "{1,2}",
  "{0,}",
  "*?",
  "+?",
  "??",
  "{2,1}",
  "{,2}",
  "{a}",
);

const { regex } = fc.letrec<{ regex: string; piece: string; branch: string }>((tie) => ({
  piece: fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: regexAtoms },
        { weight: 1, arbitrary: tie("regex").map((inner) => `(${inner})`) },
        { weight: 1, arbitrary: tie("regex").map((inner) => `(?:${inner})`) },
      ),
      counts,
    )
    .map(([atom, count]) => atom + count),
  branch: fc.array(tie("piece"), { maxLength: 4 }).map((pieces) => pieces.join("")),
  regex: fc
    .array(tie("branch"), { minLength: 1, maxLength: 3, size: "small" })
    .map((branches) => branches.join("|")),
}));

export const regexes = fc.oneof(
  { weight: 8, arbitrary: regex },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(..."ab()[]{}*+?|^$\\.-"), maxLength: 7 }) },
);

/** Text for regular expressions to find things in. */
export const subjects = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aabbcXZ01_ \n."), maxLength: 12 }),
  fc.constantFrom("abcabc", "foo bar baz", "AbC", "a\nb\nc", "123abc", ""),
);

export const formats = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom("", "", "", "", "1$", "2$", "0$"),
            fc.constantFrom("", "", "-", "0", "+", " ", "#", "-0", "+0", "#0", "- "),
            fc.constantFrom("", "", "5", "12", "*", "1", "0", "20000"),
            fc.constantFrom("", "", ".2", ".0", ".", ".12", ".*", ".20000"),
            fc.constantFrom("", "", "", "h", "l", "ll"),
            fc.constantFrom(..."ddsssxXocbufeEgGipq%"),
          )
          .map((parts) => `%${parts.join("")}`),
      },
      { weight: 2, arbitrary: fc.constantFrom("a", " ", "%%", "x=", "%", "\n", "%5") },
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));

export const scanFormats = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            fc.constantFrom("", "", "", "*", "1$", "2$"),
            fc.constantFrom("", "", "1", "3"),
            fc.constantFrom("", "", "h", "l"),
            fc.constantFrom(
              "d",
              "d",
              "s",
              "s",
              "x",
              "o",
              "u",
              "i",
              "c",
              "f",
              "n",
              "[a-c]",
              "[^ ]",
              "[]a]",
              "[c-a0]",
              "[a",
              "q",
            ),
          )
          .map((parts) => `%${parts.join("")}`),
      },
      { weight: 1, arbitrary: fc.constantFrom(" ", "a", ",", "%%", ":", "%") },
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));

/** A value written as a word of a script. */
export function quoted(value: string): string {
  // As the second element, so that a first `#` is not seen as a comment's.
  return formatList(["x", value]).slice(2);
}
