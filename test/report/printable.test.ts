import { describe, expect, it } from "vitest";
import { forTerminal } from "../../src/report/for-terminal.ts";
import { printable, printableJson } from "../../src/report/printable.ts";

describe("printable", () => {
  it.each([
    ["a control", "a\x1b[2Jb\x07", "a·[2Jb·"],
    ["a C1 control", "a\x9bb", "a·b"],
    ["a line end of any kind", "a\nb\rc\u2028d\u2029e\x85f", "a·b·c·d·e·f"],
    ["a bidi mark", "a\u202eb\u2066c\u061cd", "a·b·c·d"],
    ["what has no width", "a\u200bb\ufeffc\u{e0041}d", "a·b·c·d"],
    ["half a character", "a\ud800b\udc80", "a·b·"],
  ])("shows %s as a dot", (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("leaves letters of every script alone", () => {
    expect(printable("größe 尺寸 حجم 🔥 $x")).toBe("größe 尺寸 حجم 🔥 $x");
  });

  it("cuts what is long, and no character in two", () => {
    expect(printable("x".repeat(700))).toBe(`${"x".repeat(600)}…`);
    expect(printable("ab🔥cd", 3)).toBe("ab…");
  });
});

describe("what a terminal gets", () => {
  it("has our colours where they are wanted, and no other control", () => {
    const text = "\x1b[31mred\x1b[39m \x1b[2J \x1b[38;5;1m\tx\n";
    expect(forTerminal(text, true)).toBe("\x1b[31mred\x1b[39m ·[2J ·[38;5;1m\tx\n");
    expect(forTerminal(text, false)).toBe("red  \tx\n");
  });

  it("is no command to a runner of workflows", () => {
    expect(forTerminal("::error::x\n  ::warning::y\na::b ##[error]z", false)).toBe(
      "·::error::x\n  ·::warning::y\na::b ##·[error]z",
    );
  });
});

it("JSON reads the same, and acts on nothing", () => {
  const value = { "a\x9b": "\x1b\u202e\u2028\u{e0041}\x7f\n é" };
  const text = printableJson(value);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Zl}/u);
  expect(text).toContain("é");
});
