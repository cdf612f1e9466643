import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ScriptIndex } from "../../src/editor/syntax/script-index.ts";
import { writingAt } from "../../src/editor/syntax/writing.ts";
import { EditorText } from "../../src/editor/text/editor-text.ts";
import { pathOf } from "../../src/editor/text/uris.ts";
import { fileUri } from "../../src/report/sarif-uris.ts";

describe("positions", () => {
  const pieces = fc.constantFrom("a", "é", "😀", "\r\n", "\n", "\r", "\t", "€", "\ud800", "$x");

  it("lead from bytes to an editor's and back, at every character", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const text = words.join("");
        const editor = EditorText.of("file:///a.cfg", text);
        expect(editor.bytes).toBe(Buffer.from(text).toString("latin1"));
        let byte = 0;
        let unit = 0;
        for (const character of text) {
          expect(editor.document.offsetAt(editor.position(byte))).toBe(
            // Between the two of a line's end there is no position.
            character === "\n" && text[unit - 1] === "\r" ? unit - 1 : unit,
          );
          if (character !== "\n") expect(editor.offset(editor.position(byte))).toBe(byte);
          byte += Buffer.byteLength(character);
          unit += character.length;
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(["/tmp/a b/é😀.cfg", "/tmp/100%.cfg", "/tmp/\udcff.cfg"])(
    "%s is the same as a URI and back",
    (path) => {
      expect(pathOf(fileUri(path))).toBe(path);
    },
  );

  it("have no path where they are not on this machine", () => {
    expect(pathOf("untitled:Untitled-1")).toBeUndefined();
  });
});

/** The variables of a text: their names, `*` where they are set, and the proc that they belong to. */
function variables(text: string): string[] {
  return new ScriptIndex(text).variables.map(({ name, role, scope }) => {
    const mark = role === "write" ? "*" : role === "parameter" ? "^" : "";
    return `${scope === undefined ? "" : `${scope.name}:`}${name}${mark}`;
  });
}

describe("the index of a text", () => {
  it.each([
    ["set a 1; set b $a", ["a*", "b*", "a"]],
    ["set a", ["a"]],
    [`echo "$a \${b c} [set d]"`, ["a", "b c", "d"]],
    ["echo $a($i) $(2 * $n)", ["a", "i", "n"]],
    [
      "if {[info exists A] && $b} { set c 1 } elseif $d { set e 1 } else { set f 1 }",
      ["A", "b", "c*", "d", "e*", "f*"],
    ],
    ["foreach {k v} $list { echo $k }", ["k*", "v*", "list", "k"]],
    ["switch $x { a { set p 1 } default { set q 1 } }", ["x", "p*", "q*"]],
    ["catch { set a 1 } message", ["a*", "message*"]],
    ["x.cpu configure -event reset-init { set a 1 }", ["a*"]],
    [
      "proc p {a {b 1} args} { global G; set l $a; set ::H $G }",
      ["p:a^", "p:b^", "p:args^", "G", "p:l*", "p:a", "H*", "G"],
    ],
    ["set list {set x 1}", ["list*"]],
    ["expr {$a + [f $b]}", ["a", "b"]],
  ])("of %s has its variables", (text, expected) => {
    expect(variables(text)).toEqual(expected);
  });

  it("has the commands in bodies, brackets and handlers, but none of what is data", () => {
    const text = "if 1 { a } ; b [c] ; set x {d e} ; t configure -event halted { f }";
    const names = new ScriptIndex(text).commands.map(({ name }) => name);
    expect(names).toEqual(["if", "a", "b", "c", "set", "t", "f"]);
  });

  it("gives up where text is nested without end", () => {
    const text = `${"[".repeat(50_000)}x`;
    expect(new ScriptIndex(text).commands.length).toBeLessThan(200);
  });
});

it.each([
  ["adapter |speed", ["adapter"], ""],
  ["adapter sp|", ["adapter"], "sp"],
  ["adapter speed |", ["adapter", "speed"], ""],
  ["echo [find tar|", ["find"], "tar"],
  ["if 1 { adapter | }", ["adapter"], ""],
  ["adapter \\\n |", ["adapter"], ""],
  ["echo [find a] |", ["echo", "[find a]"], ""],
  ["if 1 { a } |", ["if", "1", "{ a }"], ""],
])("in %s the words before are known", (marked, before, typed) => {
  const offset = marked.indexOf("|");
  const writing = writingAt(new ScriptIndex(marked.replace("|", "")), offset)!;
  expect(writing.before.map(({ text }) => text)).toEqual(before);
  expect(writing.typed).toBe(typed);
});

it("after a command's end another one begins", () => {
  const texts = [
    "adapter speed 1\n|",
    "adapter speed 1; |",
    "|",
    "if 1 { | }",
    "proc p {} {\n\t|\n}",
    "set a [|",
  ];
  for (const marked of texts) {
    const index = new ScriptIndex(marked.replace("|", ""));
    expect(writingAt(index, marked.indexOf("|")), marked).toBeUndefined();
  }
});
