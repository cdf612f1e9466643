import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/check/api.ts";
import { scripts } from "../support/fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "board-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The board file that STM32CubeIDE writes for a project: what a person chose there, in that order. */
function boardFile(chip: string, target: string, kind: "dap" | "hla", wire: "swd" | "jtag", shared: boolean) {
  const isDap = kind === "dap";
  const server = isDap ? "st-link interface server" : "hla_stlink_interface server";
  return [
    `source [find interface/${isDap ? "stlink-dap" : "stlink"}.cfg]`,
    shared ? server : "",
    "set WORKAREASIZE 0x8000",
    `transport select "${isDap ? "dapdirect" : "hla"}_${wire}"`,
    `set CHIPNAME ${chip}`,
    "set BOARDNAME genericBoard",
    "set ENABLE_LOW_POWER 1",
    "set STOP_WATCHDOG 1",
    "set CLOCK_FREQ 8000",
    "reset_config srst_only srst_nogate connect_assert_srst",
    "set CONNECT_UNDER_RESET 1",
    "set CORE_RESET 0",
    "set AP_NUM 0",
    "set GDB_PORT 3333",
    `source [find target/${target}.cfg]`,
  ].join("\n");
}

const chips = [
  ["STM32G071RBTx", "stm32g0x", []],
  ["STM32H743ZITx", "stm32h7x", []],
  ["STM32L552ZETxQ", "stm32l5x", ["work-area-missing"]],
] as const;
const modes = (["dap", "hla"] as const).flatMap((kind) =>
  (["swd", "jtag"] as const).flatMap((wire) => [false, true].map((shared) => [kind, wire, shared] as const)),
);

describe.each(["st-1.4.0", "st-1.5.0"])("a board file as the IDE writes it, under %s", (openocd) => {
  it.each(chips)("of an %s has no finding but the L5's own", (chip, target, rules) => {
    for (const [kind, wire, shared] of modes) {
      const file = join(folder, `${kind}-${wire}-${shared}-${target}.cfg`);
      writeFileSync(file, boardFile(chip, target, kind, wire, shared));
      const { findings } = check(file, { searchPaths: [scripts], openocd });
      expect([...new Set(findings.map(({ rule }) => rule))].sort(), file).toEqual(
        // The L5 uses its DAP whatever the transport.
        kind === "hla" && rules.length > 0 ? ["dap-command-under-hla", ...rules] : rules,
      );
    }
  });
});
