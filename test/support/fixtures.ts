import { copyFileSync, cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of fixtures, absolute. */
export const fixtures: string = resolve(import.meta.dirname, "../../fixtures");

/** The install of STM32CubeIDE 1.4.0, and its scripts. */
export const install: string = join(fixtures, "stm32cubeide_1.4.0");
export const scripts: string = join(
  install,
  "plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts",
);

/** A config of the H7 without a work area, which the install's own has. */
export const h7WithoutWorkArea: string = join(fixtures, "variants/no-work-area/target/stm32h7x.cfg");

/** Copies the install's scripts, with that config of the H7, so that two of them have something to fix. Answers the copy. */
export function copyWithTwoFaulty(folder: string): string {
  cpSync(scripts, folder, { recursive: true });
  copyFileSync(h7WithoutWorkArea, join(folder, "target/stm32h7x.cfg"));
  return folder;
}

/** OpenOCD as that install ships it. */
export const cubeOpenocd = "0.10.0+dev-g30d1303";

/** A file's bytes, one character each. */
export function bytes(path: string): string {
  return readFileSync(path, "latin1");
}
