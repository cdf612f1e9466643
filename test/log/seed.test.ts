import { join } from "node:path";
import { expect, it } from "vitest";
import { explainLog } from "../../src/log/explain.ts";
import { bytes, fixtures } from "../support/fixtures.ts";

const log = bytes(join(fixtures, "seed/openocd.log"));

it("finds the seed's two faults and nothing else", () => {
  const { openocd, isHla, diagnoses, unknown, harmless, given } = explainLog(log);
  expect(harmless.map(({ id }) => id)).toEqual(["speed-rounded", "difference-list-cut"]);
  expect({ openocd, isHla, unknown, given }).toEqual({
    openocd: "0.10.0+dev-g30d1303",
    isHla: true,
    unknown: [],
    given: ["openocd_interface_target_stlink.cfg", "openocd_stm32_flash.cfg"],
  });
  const chains = diagnoses.map(({ id, effects }) => [id, ...effects.map((effect) => effect.id)]);
  expect(chains).toEqual([
    [
      "work-area-missing",
      "work-area-too-small",
      "no-flash-loader",
      "checksum-mismatch",
      "flash-still-erased",
    ],
    ["dap-command-under-hla"],
  ]);
});

it("follows the second one back to the config", () => {
  const [, second] = explainLog(log).diagnoses;
  expect(second?.target).toBe("stm32l5.cpu");
  expect(second?.places).toEqual([
    {
      event: "halted",
      at: { file: expect.stringContaining("/target/stm32l5x.cfg"), line: 127 },
      calledFrom: [
        { file: expect.any(String), line: 143, proc: "ahb_ap_non_secure_access" },
        { file: expect.any(String), line: 102, proc: "mmw" },
      ],
    },
  ]);
});

it("blames the work area for the checksum only where drivers write nothing without one", () => {
  const later = log.replace("0.10.0+dev-g30d1303 (2020-06-18-09:11)", "0.12.0");
  expect(explainLog(later).diagnoses.map(({ id }) => id)).toEqual([
    "work-area-missing",
    "checksum-mismatch",
    "dap-command-under-hla",
  ]);
});
