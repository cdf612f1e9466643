import { describe, expect, it } from "vitest";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { similarFiles } from "../../src/openocd/similar-files.ts";

/** Files in memory that count how often a folder is listed. */
function counting(...names: string[]) {
  const files = memoryFiles(new Map(names.map((name) => [name, ""])));
  const counted = {
    ...files,
    lists: 0,
    list(folder: string) {
      counted.lists++;
      return files.list(folder);
    },
  };
  return counted;
}

describe("files of nearly that name", () => {
  it("differ in upper and lower case, in any part", () => {
    const files = counting("/s/Target/STM32.cfg", "/s/target/stm32.cfg", "/s/target/other.cfg");
    expect(similarFiles("TARGET/stm32.CFG", ["/s"], files)).toEqual(["Target/STM32.cfg", "target/stm32.cfg"]);
    expect(
      similarFiles("target/x/../STM32.cfg", ["/s"], counting("/s/target/X/y", "/s/target/stm32.cfg")),
    ).toEqual(["target/X/../stm32.cfg"]);
    expect(similarFiles("./TARGET/./none.cfg", ["/s"], files)).toEqual([]);
  });

  it("take no more work for two folders that differ in case, however often they are left again", () => {
    const works = [6, 12, 18, 100].map((times) => {
      const files = counting("/s/a/x", "/s/A/x", "/s/b.cfg");
      expect(similarFiles(`${"a/../".repeat(times)}B.cfg`, ["/s"], files)).toEqual([
        `${"a/../".repeat(times)}b.cfg`,
      ]);
      return files.lists;
    });
    expect(works).toEqual([7, 13, 19, 101]);
  });

  it("are not looked for at the end of a path that no system takes, and are not many", () => {
    const files = counting("/s/a/x", "/s/b.cfg");
    expect(similarFiles(`${"a/../".repeat(100_000)}B.cfg`, ["/s"], files)).toEqual([]);
    expect(files.lists).toBe(0);
    const spellings = Array.from({ length: 200 }, (_, bits) =>
      [..."abcdefgh"].map((letter, at) => ((bits >> at) & 1 ? letter.toUpperCase() : letter)).join(""),
    );
    expect(
      similarFiles("ABCDEFGH.cfg", ["/s"], counting(...spellings.map((name) => `/s/${name}.cfg`))),
    ).toHaveLength(16);
  });
});
