import { join } from "node:path";
import { expect, it } from "vitest";
import { fixJob } from "../../src/check/fix.ts";
import { compareFiles } from "../../src/compare/files.ts";
import { port } from "../../src/compare/port/port.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { folderWith } from "../install/fixtures.ts";
import { askOpenocd, TRANSPORTS } from "../oracle/ask.ts";
import { bytes, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, scriptsDir } from "../support/openocd.ts";

const file = "target/stm32l5x.cfg";
const seedLine =
  "$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE -work-area-backup 0";

describeWithOpenocd("the work area of OpenOCD's own L5 config", () => {
  const own = join(scripts, file);
  const job = { searchPaths: [scripts], openocd: "0.12.0" };
  const both = {
    file: { file: own, job, fs: diskFiles },
    reference: { file: join(scriptsDir, file), job: { ...job, searchPaths: [scriptsDir] }, fs: diskFiles },
  };
  const { differences } = compareFiles(both);
  const { files, left } = port(
    both,
    differences.filter(({ kind }) => kind === "work-area"),
  );

  it("is what the comparison lists first, and becomes the seed's line in STM32CubeIDE's", () => {
    expect(differences[0]).toMatchObject({ id: "work-area:stm32l5.cpu" });
    expect(differences[0]).not.toHaveProperty("file");
    expect(left).toEqual([]);
    const lines = bytes(own).split("\r\n");
    const at = lines.findIndex((line) => line.startsWith("target create"));
    expect(files.map(({ path, after }) => [path, after.split("\r\n")])).toEqual([
      [own, [...lines.slice(0, at + 1), seedLine, ...lines.slice(at + 1)]],
    ]);
  });

  it.each(TRANSPORTS)("is then the same to OpenOCD 0.12.0 under %s", async (transport) => {
    // What else keeps 0.12.0 from loading it is fixed as ever.
    const fs = withFiles(new Map(files.map(({ path, after }) => [path, after])), diskFiles);
    const fixed = fixJob({ configs: [own], ...job }, { fs }).files;
    const texts = new Map(
      [...files, ...fixed].map(({ path, after }) => [path.slice(scripts.length + 1), after]),
    );
    const folder = folderWith(Object.fromEntries(texts));
    const [ours, theirs] = await Promise.all([
      askOpenocd({ file, transport, searchPaths: [folder, scripts] }),
      askOpenocd({ file, transport, searchPaths: [scriptsDir] }),
    ]);
    const area = { phys: 0x20000000, size: 0x10000, virt: 0, backup: false };
    expect(ours).toMatchObject({
      loaded: true,
      errors: [],
      targets: [{ name: "stm32l5.cpu", workArea: area }],
    });
    expect(theirs).toMatchObject({ loaded: true, targets: [{ name: "stm32l5x.cpu", workArea: area }] });
    expect(texts.get(file)).toContain(`${seedLine}\r\n`);
  });
});
