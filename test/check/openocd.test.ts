import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { check } from "../../src/check/api.ts";
import { fixJob } from "../../src/check/fix.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { writeOverlay } from "../../src/overlay/write-overlay.ts";
import { askOpenocd, TRANSPORTS } from "../oracle/ask.ts";
import { install, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd } from "../support/openocd.ts";

describeWithOpenocd("the fixed install under OpenOCD 0.12.0", () => {
  const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-"));
  const overlay = join(folder, "overlay");
  const scope = projectAt(install, { openocd: "0.12.0" });
  const patch = fixJob(
    { configs: scope.configs, searchPaths: scope.searchPaths, openocd: "0.12.0" },
    { fs: diskFiles },
  );
  writeOverlay(overlay, { scope, patch, runs: check(scope).runs, transports: [] });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = "target/stm32l5x.cfg";

  it.each(TRANSPORTS)(
    "loads the L5 from an unrelated folder under %s, without an error line",
    async (transport) => {
      const answer = await askOpenocd({ file, transport, searchPaths: [overlay, scripts] });
      expect(answer.errors).toEqual([]);
      expect(answer).toMatchObject({
        loaded: true,
        daps: ["stm32l5.dap"],
        targets: [
          { name: "stm32l5.cpu", workArea: { phys: 0x20000000, size: 65536, virt: 0, backup: false } },
        ],
      });
    },
  );

  it.each(TRANSPORTS)("does not load the L5 as it is under %s", async (transport) => {
    expect(await askOpenocd({ file, transport, searchPaths: [scripts] })).toMatchObject({ loaded: false });
  });

  it.each(TRANSPORTS)("loads the H7 with a work area under %s", async (transport) => {
    const answer = await askOpenocd({
      file: "target/stm32h7x.cfg",
      transport,
      searchPaths: [overlay, scripts],
    });
    expect(answer).toMatchObject({
      loaded: true,
      errors: [],
      targets: expect.arrayContaining([
        expect.objectContaining({
          name: "stm32h7x.cm7",
          workArea: expect.objectContaining({ phys: 0x20000000, size: 65536 }),
        }),
      ]),
    });
  });
});
