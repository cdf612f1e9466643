import { existsSync } from "node:fs";
import { join } from "node:path";
import { boardChips } from "../../../src/board/index.ts";
import { scriptsDir } from "../../support/openocd.ts";

/** Chips with two banks, which their families' usual configs have one of. */
const twoBanks: Readonly<Record<string, string>> = {
  stm32f103xg: "target/stm32xl.cfg",
  stm32h743: "target/stm32h7x_dual_bank.cfg",
  stm32h7a3: "target/stm32h7x_dual_bank.cfg",
  stm32l073: "target/stm32l0_dual_bank.cfg",
  stm32l152xe: "target/stm32l1x_dual_bank.cfg",
};

/** OpenOCD's own configs of a chip's family, the likeliest name first; not every release has one. */
export function configsOf(family: string, chip: string): string[] {
  if (chip in twoBanks) return [twoBanks[chip]!];
  const stem = family.toLowerCase();
  const names = family === "STM32WBA" ? ["stm32wba5x", "stm32wbax"] : [`${stem}x`, stem];
  return names.map((name) => `target/${name}.cfg`);
}

/** The config of a chip that the installed OpenOCD has. */
export function configIn(chip: string): string {
  const { family } = boardChips.find(({ name }) => name === chip)!;
  return configsOf(family, chip).find((name) => existsSync(join(scriptsDir, name)))!;
}
