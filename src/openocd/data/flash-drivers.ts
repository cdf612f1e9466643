import type { Table } from "./table.ts";

/**
 * NOR flash drivers, the second word after `flash bank`, by release. Source: the programs themselves.
 */
export const FLASH_DRIVERS: Table = [
  [
    0b111111111111111111,
    `
    aduc702x|aducm360|ambiqmicro|at91sam3|at91sam4|at91sam4l|at91sam7|at91samd|atsamv|avr|cfi
    dsp5680xx_flash|efm32|em357|faux|fm3|fm4|jtagspi|kinetis|kinetis_ke|lpc2000|lpc288x|lpc2900|lpcspifi
    mdr|mrvlqspi|niietcm4|nrf51|numicro|ocl|pic32mx|psoc4|sim3x|stellaris|stm32f1x|stm32f2x|stm32l4x
    stm32lx|stmsmi|str7x|str9x|str9xpec|tms470|virtual|xmc1xxx|xmc4xxx`,
  ],
  [
    0b111111111111111110,
    `
    ath79|bluenrg-x|cc26xx|cc3220sf|max32xxx|msp432|nrf5|psoc5lp|psoc5lp_eeprom|psoc5lp_nvl|psoc6
    stm32h7x|xcf`,
  ],
  [0b111111111111110000, "stmqspi"],
  [0b111111111111100000, "atsame5|esirisc|fespi|rpchf|sh_qspi|swm050|w600"],
  [0b111111110000000000, "npcx"],
  [0b111110000000000000, "rsl10"],
  [0b100000000000000000, "artery|bl602|dw-spi|eneispif|hpm_xpi|mspm0|qn908x|read_only|ro_alias|rp2xxx"],
  [0b011111110000000000, "rp2040_flash"],
  [0b011000000000000000, "stm32h5x"],
  [0b010000000000000000, "stldr"],
  [0b000000000001111110, "stm32l5x"],
];

/** Drivers of forks and of other releases, by name, with the one that serves their chips. Source: the releases' own scripts. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["gd32vf103", "stm32f1x"],
  ["rp2040_flash", "rp2xxx"],
  ["stm32x", "stm32f1x"],
]);

/** The driver that took over from another; undefined where none did. */
export function successorOfDriver(driver: string): string | undefined {
  return SUCCESSORS.get(driver);
}
