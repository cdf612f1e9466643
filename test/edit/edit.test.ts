import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../src/edit/diff.ts";
import { applyEdits, overlap } from "../../src/edit/edit.ts";
import { insertAfter, insertBefore } from "../../src/edit/insert.ts";
import { indentNear, leadAt, styleOf } from "../../src/edit/style.ts";

describe("applyEdits", () => {
  it("takes offsets of the text before any change, in any order", () => {
    const edits = [
      { offset: 4, length: 1, content: "E" },
      { offset: 0, length: 0, content: ">" },
      { offset: 1, length: 2, content: "" },
    ];
    expect(applyEdits("abcdef", edits)).toBe(">adEf");
  });

  it("keeps the order of insertions at one place", () => {
    const at = (content: string) => ({ offset: 1, length: 0, content });
    expect(applyEdits("ab", [at("1"), at("2")])).toBe("a12b");
  });

  it.each([
    [
      [
        { offset: 0, length: 2, content: "" },
        { offset: 1, length: 1, content: "" },
      ],
    ],
    [[{ offset: 3, length: 1, content: "" }]],
  ])("refuses %j", (edits) => {
    expect(() => applyEdits("abc", edits)).toThrow(RangeError);
  });

  it("agrees with doing one edit after the other, last first", () => {
    const cut = fc.tuple(fc.string(), fc.nat(30), fc.nat(5), fc.string());
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(cut, { maxLength: 4 }), (text, cuts) => {
        const edits = cuts
          .map(([, offset, length, content]) => ({ offset: Math.min(offset, text.length), length, content }))
          .map((edit) => ({ ...edit, length: Math.min(edit.length, text.length - edit.offset) }))
          .filter((edit, i, all) =>
            all.every((other, j) => i <= j || (!overlap(edit, other) && edit.offset !== other.offset)),
          );
        const expected = [...edits]
          .sort((a, b) => b.offset - a.offset)
          .reduce((t, e) => t.slice(0, e.offset) + e.content + t.slice(e.offset + e.length), text);
        expect(applyEdits(text, edits)).toBe(expected);
      }),
    );
  });
});

describe("styleOf", () => {
  it.each([
    ["if {1} {\r\n   a\r\n   b\r\n}\r\n", "\r\n", "   "],
    ["proc p {} {\n\ta\n}\n", "\n", "\t"],
    ["a\nb\r\nc\n", "\n", "\t"],
    ["", "\n", "\t"],
  ])("reads %j", (text, eol, indent) => {
    expect(styleOf(text)).toEqual({ eol, indent });
  });

  it("prefers the step of the block at hand", () => {
    const text = "if {1} {\n\ta\n}\nif {1} {\n\tb\n}\nif {1} {\n   c\n}\n";
    expect(indentNear(text, text.indexOf("c"), styleOf(text))).toBe("   ");
    expect(leadAt(text, text.indexOf("c"))).toBe("   ");
  });
});

describe("inserting lines", () => {
  const style = { eol: "\r\n", indent: "\t" };
  const put = (text: string, command: string, how: typeof insertAfter) => {
    const start = text.indexOf(command);
    return applyEdits(text, [how(text, start, start + command.length, ["x", "y"], style)]);
  };
  const before = (text: string, command: string) =>
    applyEdits(text, [insertBefore(text, text.indexOf(command), ["x"], style)]);

  it.each([
    ["\ta b\r\nc", "\ta b\r\n\tx\r\n\ty\r\nc"],
    ["a b ;# why\r\nc", "a b ;# why\r\nx\r\ny\r\nc"],
    ["a b", "a b\r\nx\r\ny"],
    ["if {1} { a b }", "if {1} { a b; x; y }"],
    ["a b; c", "a b; x; y; c"],
  ])("behind the command of %j", (text, expected) => {
    expect(put(text, "a b", insertAfter)).toBe(expected);
  });

  it.each([
    ["q\r\n\ta b\r\n", "q\r\n\tx\r\n\ta b\r\n"],
    ["if {1} {a b}", "if {1} {x; a b}"],
    ["q\n# why\n# so\na b", "q\nx\r\n# why\n# so\na b"],
    ["# of the file\na b", "# of the file\nx\r\na b"],
    [
      "# of the file\n# l5cfg-fix disable-next-line r -- why\na b",
      "# of the file\nx\r\n# l5cfg-fix disable-next-line r -- why\na b",
    ],
  ])("in front of the command of %j", (text, expected) => {
    expect(before(text, "a b")).toBe(expected);
  });
});

describe("unifiedDiff", () => {
  it("is empty where nothing changed", () => {
    expect(unifiedDiff([{ name: "a", before: "x\n", after: "x\n" }])).toBe("");
  });

  it("keeps carriage returns in its lines", () => {
    expect(unifiedDiff([{ name: "d/a", before: "x\r\ny\r\n", after: "x\r\nz\r\n" }])).toBe(
      "--- a/d/a\n+++ b/d/a\n@@ -1,2 +1,2 @@\n x\r\n-y\r\n+z\r\n",
    );
  });

  it("says where a last line has no end", () => {
    expect(unifiedDiff([{ name: "a", before: "x", after: "y" }])).toContain("\\ No newline at end of file");
  });
});
