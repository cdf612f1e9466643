import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinTcl, tcl, tclComment } from "../../src/overlay/tcl.ts";
import { parseList } from "../../src/tcl/list.ts";
import { parse } from "../../src/tcl/syntax.ts";

const evil = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'{}[]"\\$; \n\r\t#ax') }),
  fc.constantFrom(
    "x\n\texec touch /tmp/P\n",
    "]; exec evil; [",
    "} ; exec evil ; {",
    '" ; exec evil',
    "$[exec x]",
  ),
);

describe("tcl", () => {
  it("makes one word of a string, and a list of strings, whatever is in them", () => {
    expect(tcl`set a ${"b c"}; lsearch ${["x y", "z"]} 1`.text).toBe("set a {b c}; lsearch {{x y} z} 1");
    expect(joinTcl([tcl`a ${"b"}`, tcl`c`], "; ").text).toBe("a b; c");
    fc.assert(
      fc.property(evil, fc.array(evil), (word, words) => {
        const { commands } = parse(tcl`one ${word} two ${words} three`.text);
        expect(commands).toHaveLength(1);
        expect(commands[0]!.words).toHaveLength(5);
        // A backslash at the end of a line is a space even in braces; all else comes out as it went in.
        fc.pre(!/\\\n/.test(words.join("")));
        const [list] = parseList(tcl`${words}`.text);
        expect(parseList(list?.value ?? "").map(({ value }) => value)).toEqual(words);
      }),
      { numRuns: 500 },
    );
  });

  it("ends no comment and no string early", () => {
    fc.assert(
      fc.property(evil, (text) => {
        const comment = tclComment(text).text;
        expect(parse(`# ${comment}\nnext`).commands.map(({ words }) => words.length)).toEqual([1]);
        expect(comment).toHaveLength(text.length);
      }),
    );
  });
});
