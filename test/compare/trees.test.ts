import { basename } from "node:path";
import { expect, it } from "vitest";
import type { Subject } from "../../src/compare/runs.ts";
import { pairFiles } from "../../src/compare/trees.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { bytes, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, listScripts, scriptsDir } from "../support/openocd.ts";

describeWithOpenocd("STM32CubeIDE's configs and OpenOCD's own", () => {
  const job = { searchPaths: [scriptsDir], openocd: "0.12.0" };
  const reference = listScripts("target", /\/stm32[^/]*\.cfg$/).map(
    (name): Subject => ({ file: `${scriptsDir}/${name}`, job, fs: diskFiles }),
  );

  it("are paired by what they make, whatever they are called", () => {
    const own = { one: "stm32l5x", two: "stm32h7x", three: "stm32g0x" };
    const texts = Object.entries(own).map(([name, was]) => [
      `/own/${name}.cfg`,
      bytes(`${scripts}/target/${was}.cfg`),
    ]);
    const fs = withFiles(new Map(texts as [string, string][]), diskFiles);
    const file = texts.map(
      ([path]): Subject => ({ file: path!, job: { ...job, searchPaths: [scripts] }, fs }),
    );
    const { pairs, alone } = pairFiles({ file, reference });
    expect(pairs.map((pair) => [basename(pair.file.file), basename(pair.reference.file)])).toEqual([
      ["one.cfg", "stm32l5x.cfg"],
      // Of the two for this chip the one that makes as many banks.
      ["two.cfg", "stm32h7x.cfg"],
      ["three.cfg", "stm32g0x.cfg"],
    ]);
    expect(alone.file).toEqual([]);
    expect(alone.reference).toHaveLength(21);
  });

  it("are each other's counterparts where they are the same", () => {
    const { pairs } = pairFiles({ file: reference, reference });
    expect(pairs.length).toBeGreaterThanOrEqual(23);
    for (const pair of pairs) expect(pair.file.file).toBe(pair.reference.file);
  });
});
