import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, print, type Script } from "../../src/tcl/syntax.ts";
import { Token } from "../../src/tcl/tokens.ts";
import { describeWithOpenocd, listScripts, scriptsDir } from "../support/openocd.ts";

const words = (script: Script) => script.commands.map((command) => command.words.map((word) => word.text));
const kinds = (script: Script) => [...script.leaves()].map(({ kind, text }) => [name(kind), text]);
const name = (kind: number) => Object.entries(Token).find(([, value]) => value === kind)![0];

/** Every byte of a script and of the scripts inside it, each printed from its own tokens. */
function printDeeply(script: Script, depth = 0): string {
  let text = "";
  for (const leaf of script.leaves()) {
    const inner = depth < 40 ? leaf.script : undefined;
    if (inner === undefined) text += leaf.text;
    else {
      const { source, start, end } = leaf;
      text +=
        source.text.slice(start, inner.start) +
        printDeeply(inner, depth + 1) +
        source.text.slice(inner.end, end);
    }
  }
  return text;
}

describe("commands and words", () => {
  it("distinguishes bare, quoted and braced words", () => {
    const [command] = parse('a "b $c" {d e}').commands;
    expect(command!.words.map((word) => word.text)).toEqual(["a", '"b $c"', "{d e}"]);
    expect(command!.words.map((word) => word.literal)).toEqual(["a", undefined, "d e"]);
  });

  it("ends commands at newlines and semicolons, and joins lines at a backslash", () => {
    expect(words(parse("a 1; b\nc \\\n  2"))).toEqual([["a", "1"], ["b"], ["c", "2"]]);
  });

  it("takes # for a comment only where a command may begin", () => {
    expect(words(parse("# one\nset x #two ;# three\n"))).toEqual([["set", "x", "#two"]]);
  });

  it("continues a comment after a backslash", () => {
    expect(words(parse("# one \\\n two\nb"))).toEqual([["b"]]);
  });

  it("does not continue a line after backslash, carriage return", () => {
    expect(words(parse("a \\\r\nb"))).toEqual([["a", "\\\r"], ["b"]]);
  });

  it("keeps carriage returns out of words", () => {
    expect(words(parse("a b\r\nc\r\n"))).toEqual([["a", "b"], ["c"]]);
  });

  it("reads bodies as scripts when asked", () => {
    const [command] = parse("if {1} {\n\tset a 1\n\tset b [foo $a]\n}").commands;
    const body = command!.words[2]!.script!;
    expect(words(body)).toEqual([
      ["set", "a", "1"],
      ["set", "b", "[foo $a]"],
    ]);
    expect(words(body.commands[1]!.words[2]!.parts[0]!.script!)).toEqual([["foo", "$a"]]);
  });

  it("gives offsets into the whole text, in bodies too", () => {
    const text = "proc p {} {\n  dap create x\n}";
    const [inner] = parse(text).commands[0]!.words[3]!.script!.commands;
    expect(text.slice(inner!.start, inner!.end)).toBe("dap create x");
  });
});

describe("tokens", () => {
  it("names what each stretch is", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Tcl
    expect(kinds(parse("x$a(1)[b]${c}$(1+2) {*}{y}"))).toEqual([
      ["Text", "x"],
      ["Element", "$a(1)"],
      ["Command", "[b]"],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Tcl
      ["Variable", "${c}"],
      ["Expression", "$(1+2)"],
      ["Space", " "],
      ["Expand", "{*}"],
      ["Braced", "{y}"],
    ]);
  });

  it("takes a $ that names nothing for text", () => {
    expect(kinds(parse("a $ b"))).toContainEqual(["Text", "$"]);
  });

  // Jim Tcl 0.81 remembers a newline or semicolon at the start of quoted text as a place for a comment.
  it("treats a # after quotes with a semicolon as Jim does", () => {
    expect(words(parse('puts "$a;" # x\nputs b'))).toEqual([["puts", '"$a;"', "puts", "b"]]);
    expect(words(parse('puts "a;" # x\nputs b'))).toEqual([
      ["puts", '"a;"', "#", "x"],
      ["puts", "b"],
    ]);
  });
});

describe("what is not finished", () => {
  it.each([
    ["set x {", "missing close-brace", 6],
    ["set x [a", 'unmatched "["', 6],
    ['set x "a', "missing quote", 6],
    ["set x {a}b", "extra characters after close-brace", 9],
    ['a [b "c', "missing quote", 5],
  ])("%j is a problem with a place", (text, message, offset) => {
    const { problems } = parse(text);
    expect(problems).toMatchObject([{ message, offset }]);
  });

  it.each(["a", "{*}", "${x", "$a(", "a\\", '"a"b', "a {b}", "\0", "#"])("%j is no problem", (text) => {
    expect(parse(text).problems).toEqual([]);
  });

  it("takes a megabyte of brackets without complaint", () => {
    for (const text of ["[", "{", '"', '["', "$a(", "$a($b()"].map((piece) => piece.repeat(200_000))) {
      expect(print(parse(text))).toBe(text);
    }
  });
});

describe("printing", () => {
  const piece = fc.constantFrom(
    ...'{}[]"\\$();# \t\n\r\0\xe9ab1:',
    "\\\n",
    "\r\n",
    "set ",
    "{*}",
    "${",
    "$a(",
    "$(",
    "::",
    "proc p {} {",
    "}",
  );
  const texts = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
    fc.string(),
  );

  it("gives back every byte of 10 000 generated texts, at every depth", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const script = parse(text);
        expect(print(script)).toBe(text);
        expect(printDeeply(script)).toBe(text);
      }),
      { numRuns: 10_000 },
    );
  });
});

describeWithOpenocd("OpenOCD's own scripts", () => {
  const scripts = listScripts(".", /\.(cfg|tcl)$/);

  it("come out of parse and print byte for byte, at every depth", () => {
    expect(scripts.length).toBeGreaterThan(850);
    for (const file of scripts) {
      const text = readFileSync(join(scriptsDir, file), "latin1");
      const script = parse(text, file);
      expect(print(script) === text, file).toBe(true);
      expect(printDeeply(script) === text, file).toBe(true);
      expect(script.problems, file).toEqual([]);
    }
  });
});
