import fc from "fast-check";
import { expect, it } from "vitest";
import { editsBetween } from "../../src/edit/between.ts";
import { applyEdits } from "../../src/edit/edit.ts";

it("makes one text of the other, whatever they are", () => {
  const text = fc.array(fc.constantFrom("a\n", "b\r\n", "c\n", "\n", "d")).map((lines) => lines.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, editsBetween(before, after))).toBe(after);
    }),
  );
});

it("touches only the lines that differ", () => {
  expect(editsBetween("a\nb\nc\n", "a\nx\nc\nd\n")).toEqual([
    { offset: 2, length: 2, content: "x\n" },
    { offset: 6, length: 0, content: "d\n" },
  ]);
});
