import fc from "fast-check";
import { integers, quoted, reals, texts } from "./words.ts";

const operators = "* / % - + << >> <<< >>> < > <= >= == != & ^ | && || ** eq ne in ni lt gt le ge".split(" ");
const functions = ["int", "wide", "abs", "double", "round"];

const terms = fc.oneof(
  { weight: 6, arbitrary: integers },
  { weight: 2, arbitrary: reals },
  { weight: 2, arbitrary: fc.constantFrom("$v0", "$v1", "$v2", "$v3", "$d(a)", "$nosuch", "$d(zz)") },
  { weight: 2, arbitrary: texts.map((text) => `"${text.replace(/["\\[\]$]/g, "")}"`) },
  { weight: 2, arbitrary: texts.map((text) => `{${text.replace(/[{}\\]/g, "")}}`) },
  { weight: 1, arbitrary: fc.constantFrom("true", "false", "yes", "no", "on", "off", "NaN", "Inf", "inf") },
  { weight: 1, arbitrary: integers.map((value) => `[set v1 ${quoted(value)}]`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("[list a b]", "[break]", "[return 5]", "[continue]", "[error x]", "$v0$v1"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "foo",
      "a.b",
      "sin(1)",
      "1,2",
      "int(1,2)",
      "3,",
      ",",
      "(4,)",
      "1:2",
      "5)",
      "rand",
      "",
      "()",
      "$",
      "1 2",
      "#c\n1",
      "\\\n3",
    ),
  },
);

const space = fc.constantFrom("", " ", " ", " ", "\t", "\n");

export const { expression: expressions } = fc.letrec<{ expression: string; term: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 8, arbitrary: terms },
    { weight: 2, arbitrary: tie("expression").map((inner) => `(${inner})`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...functions), tie("expression"))
        .map(([name, inner]) => `${name}(${inner})`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("-", "+", "!", "~", "- "), tie("term"))
        .map((parts) => parts.join("")),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie("term"), tie("term"), tie("term"))
        .map(([condition, then, otherwise]) => `${condition} ? ${then} : ${otherwise}`),
    },
  ),
  expression: fc
    .tuple(
      tie("term"),
      fc.array(fc.tuple(space, fc.constantFrom(...operators), space, tie("term")), { maxLength: 3 }),
    )
    .map(([first, rest]) => first + rest.map((parts) => parts.join("")).join("")),
}));
