import { expect, it } from "vitest";
import { withFiles } from "../../src/files/layered-files.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";

const files = memoryFiles(
  new Map([
    ["/s/target/a.cfg", "a"],
    ["/s/b.cfg", "b"],
  ]),
);

it("files in memory have the folders that they are in, and every spelling", () => {
  expect(files.read("/s/target/../target/a.cfg")).toBe("a");
  expect(files.read("/s/target")).toBeUndefined();
  expect(["/", "/s", "/s/target/", "/s/b.cfg", "/t"].map(files.kind)).toEqual([
    "folder",
    "folder",
    "folder",
    "file",
    undefined,
  ]);
  expect(files.list("/s")).toEqual(["target", "b.cfg"]);
});

it("those in front hide the others of the same name", () => {
  const both = withFiles(
    new Map([
      ["/s/b.cfg", "new"],
      ["/s/c.cfg", "c"],
    ]),
    files,
  );
  expect(both.read("/s/b.cfg")).toBe("new");
  expect(both.read("/s/target/a.cfg")).toBe("a");
  expect(both.list?.("/s")).toEqual(["b.cfg", "c.cfg", "target"]);
});
