import type { Table } from "./table.ts";

/**
 * NOR flash drivers, the second word after `flash bank`, by release. Source: the programs themselves.
 */
export const FLASH_DRIVERS: Table = [
  [
    0b111111,
    `
    aduc702x|aducm360|ambiqmicro|at91sam3|at91sam4|at91sam4l|at91sam7|at91samd|ath79|atsamv|avr
    bluenrg-x|cc26xx|cc3220sf|cfi|dsp5680xx_flash|efm32|em357|faux|fm3|fm4|jtagspi|kinetis|kinetis_ke
    lpc2000|lpc288x|lpc2900|lpcspifi|max32xxx|mdr|mrvlqspi|msp432|niietcm4|nrf5|nrf51|numicro|ocl
    pic32mx|psoc4|psoc5lp|psoc5lp_eeprom|psoc5lp_nvl|psoc6|sim3x|stellaris|stm32f1x|stm32f2x|stm32h7x
    stm32l4x|stm32lx|stmqspi|stmsmi|str7x|str9x|str9xpec|tms470|virtual|xcf|xmc1xxx|xmc4xxx`,
  ],
  [0b111110, "atsame5|esirisc|fespi|rpchf|sh_qspi|swm050|w600"],
  [0b111000, "npcx|rsl10"],
  [0b100000, "artery|bl602|dw-spi|eneispif|hpm_xpi|mspm0|qn908x|read_only|ro_alias|rp2xxx"],
  [0b011000, "rp2040_flash"],
  [0b010000, "stldr|stm32h5x"],
  [0b000011, "stm32l5x"],
];
