import { expect, it } from "vitest";
import { withFiles } from "../../src/files/layered-files.ts";
import { Library } from "../../src/rules/library.ts";

const nothing = { read: () => undefined, kind: () => undefined };

function libraryOf(files: Readonly<Record<string, string>>): Library {
  return new Library(["/s"], withFiles(new Map(Object.entries(files)), nothing));
}

it("knows which scripts define a proc, wherever its line begins", () => {
  const library = libraryOf({
    "/s/one.tcl": "# about\n  proc\tmrw {reg} {}\nif {1} { proc hidden {} {} }\n",
    "/s/target/two.cfg": "proc mrw {reg} {}\r\nproc ::a-b.c {} {}\nproc mrw {} {}\nmyproc other {}\n",
    "/s/board/three.cfg": "proc mrw {reg} {}\n",
  });
  expect(library.definers("mrw")).toEqual(["one.tcl", "target/two.cfg"]);
  expect(library.definers("::a-b.c")).toEqual(["target/two.cfg"]);
  for (const name of ["hidden", "other", "constructor", ""]) expect(library.definers(name)).toEqual([]);
});

// Looking through all the scripts for each name would take minutes.
it("looks through the scripts once, however many commands a config does not have", () => {
  const library = libraryOf({ "/s/big.tcl": "proc known {} {}\n".repeat(20_000) });
  const names = Array.from({ length: 50_000 }, (_, i) => `unknown${i}`);
  expect(names.filter((name) => library.definers(name).length > 0)).toEqual([]);
  expect(library.definers("known")).toEqual(["big.tcl"]);
});
