import { dirname } from "node:path";
import { expect, it } from "vitest";
import { compareFiles } from "../../src/compare/files.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { type LoadOptions, loadConfigSync } from "../../src/openocd/load.ts";
import { usualTransports } from "../../src/openocd/transport.ts";
import { describeWithOpenocd, listScripts, scriptsDir } from "../support/openocd.ts";
import { disguise, randomFrom } from "./disguise.ts";

describeWithOpenocd("OpenOCD's own STM32 configs", () => {
  const files = listScripts("target", /\/stm32[^/]*\.cfg$/);

  it("has all of them", () => expect(files).toHaveLength(24));

  it.each(files)("%s is the same with other variables, another order and other blanks", (name) => {
    const file = `${scriptsDir}/${name}`;
    // What is only a part of others is told the one thing that they set.
    const variables = name.includes("_common") ? { _CHIPNAME: "stm32x5x" } : {};
    const job = { searchPaths: [scriptsDir], openocd: "0.12.0", variables };
    const disguised = disguisedFiles(file, job);
    expect(
      [...disguised.values()].every((text, i) => text !== diskFiles.read([...disguised.keys()][i]!)),
    ).toBe(true);
    const { differences, transports, same } = compareFiles({
      file: { file, job, fs: withFiles(disguised, diskFiles) },
      reference: { file, job, fs: diskFiles },
    });
    expect(differences.map(({ title, differing }) => `${title}: ${differing}`)).toEqual([]);
    expect(transports.length).toBeGreaterThan(0);
    expect(same).toBeGreaterThan(5);
  });

  /** The config and the configs that it sources. */
  function disguisedFiles(file: string, job: LoadOptions): Map<string, string> {
    const runs = usualTransports.map((transport) => loadConfigSync(file, { ...job, transport }));
    const variables = [...new Set(runs.flatMap((run) => Object.keys(run.variables)))];
    const sources = runs.flatMap((run) => run.sources).filter(({ path }) => path.endsWith(".cfg"));
    const random = randomFrom(dirname(file).length);
    return new Map(sources.map(({ path, text }) => [path, disguise(text, variables, random)]));
  }
});
