import { unpack } from "../openocd/data/table.ts";

/**
 * Flash drivers that run nothing on the target, and so need no work area. Source: OpenOCD 0.12.0, src/flash/nor: those
 * that never call target_alloc_working_area.
 */
const withoutLoader = `
  ambiqmicro|at91sam3|at91sam4|at91sam4l|at91sam7|at91samd|ath79|atsame5|atsamv|avr|dsp5680xx_flash|esirisc|faux
  jtagspi|lpc288x|ocl|renesas_rpchf|rpchf|stmsmi|str9xpec|tms470|virtual|w600|xmc4xxx`;

/** Whether a flash driver writes through a program in the target's RAM. Drivers that are not known are taken to. */
export function needsWorkArea(driver: string): boolean {
  return !unpack(withoutLoader).includes(driver);
}
