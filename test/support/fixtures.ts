import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of fixtures, absolute. */
export const fixtures: string = resolve(import.meta.dirname, "../../fixtures");

/** The install of STM32CubeIDE 1.4.0, and its scripts. */
export const install: string = join(fixtures, "stm32cubeide_1.4.0");
export const scripts: string = join(
  install,
  "plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts",
);

/** OpenOCD as that install ships it. */
export const cubeOpenocd = "0.10.0+dev-g30d1303";

/** A file's bytes, one character each. */
export function bytes(path: string): string {
  return readFileSync(path, "latin1");
}
