import { expect, it } from "vitest";
import { rowsOf } from "../../../src/report/html/rows.ts";

const shown = (left: string, right: string) =>
  rowsOf(left, right).map(({ left: own, right: other, isSame }) => [
    own && `${own.number} ${own.code.text}`,
    other && `${other.number} ${other.code.text}`,
    isSame,
  ]);

it("puts the same beside the same, and what changed beside what it became", () => {
  expect(shown("a\nadapter speed 100\nz\n", "a\nnew\nadapter speed 200\nz\n")).toEqual([
    ["1 a", "1 a", true],
    [undefined, "2 new", false],
    ["2 adapter speed <del>100</del>", "3 adapter speed <ins>200</ins>", false],
    ["3 z", "4 z", true],
  ]);
});

it("takes neither line ends nor indentation for a change, and shows each side's own", () => {
  expect(shown("  a\r\n\tb\r\n", "a\n\t\tb\n")).toEqual([
    ["1   a", "1 a", true],
    ["2 \tb", "2 \t\tb", true],
  ]);
});

it("escapes what is the same, what is new and what changed within a line", () => {
  const texts = shown("<b>&\necho <i>1</i>\n", "<b>&\necho <i>2</i>\n<script>\n").flat().join("\n");
  expect(texts).not.toMatch(/<(?!\/?(?:ins|del)>)/);
  expect(texts).toContain("1 &lt;b&gt;&amp;");
});

it("shows what cannot be seen, and what would turn the text around", () => {
  expect(shown("a\u0000\u202eb\ud800\u200bc\td", "")).toEqual([
    ["1 a···b··c\td".replace("···", "··"), undefined, false],
  ]);
});

it("is done with large texts that are quite different", () => {
  const lines = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word} ${i * 7919}`).join("\n");
  expect(rowsOf(lines("one"), lines("two"))).toHaveLength(3000);
});

it("points nothing out in lines that have little in common", () => {
  expect(shown("one two three\n", "four five six\n")).toEqual([
    ["1 one two three", "1 four five six", false],
  ]);
});

it("finds the line that another became among several", () => {
  expect(shown("set A 1\nset B 2\nadapter speed 100\n", "adapter speed 200\nset B 3\n")).toEqual([
    ["1 set A 1", undefined, false],
    ["2 set B 2", undefined, false],
    ["3 adapter speed <del>100</del>", "1 adapter speed <ins>200</ins>", false],
    [undefined, "2 set B 3", false],
  ]);
});

it("marks no words in very long lines", () => {
  const long = "x ".repeat(600);
  expect(shown(`${long}1\n`, `${long}2\n`)).toEqual([[`1 ${long}1`, `1 ${long}2`, false]]);
});
