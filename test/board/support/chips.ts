import { existsSync } from "node:fs";
import { join } from "node:path";
import { scriptsDir } from "../../support/openocd.ts";

/** OpenOCD's own configs of a family, the likeliest name first; not every release has one. */
export function configsOf(family: string): string[] {
  const stem = family.toLowerCase();
  const names = family === "STM32WBA" ? ["stm32wba5x", "stm32wbax"] : [`${stem}x`, stem];
  return names.map((name) => `target/${name}.cfg`);
}

/** The config of a family that the installed OpenOCD has. */
export function configIn(family: string): string {
  return configsOf(family).find((name) => existsSync(join(scriptsDir, name)))!;
}
