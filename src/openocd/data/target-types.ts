import type { Table } from "./table.ts";

/**
 * Target types, the second word after `target create`, by release. Bits from the right: st-r1, st-r2,
 * st-r3, 0.12.0, st-r6, master. Source: the six programs themselves (`target types`).
 */
export const TARGET_TYPES: Table = [
  [
    0b111111,
    `
    aarch64|arm11|arm720t|arm7tdmi|arm920t|arm926ejs|arm946e|arm966e|arm9tdmi|avr|avr32_ap7k|cortex_a
    cortex_m|cortex_r4|dragonite|dsp563xx|dsp5680xx|fa526|feroceon|hla_target|ls1_sap|mem_ap|mips_m4k
    or1k|quark_d20xx|quark_x10xx|riscv|stm8|testee|xscale`,
  ],
  [0b111110, "arcv2|esirisc|mips_mips64"],
  [0b111000, "esp32|esp32s2|esp32s3|xtensa"],
  [0b100000, "armv8r"],
  [0b011111, "nds32_v2|nds32_v3|nds32_v3m"],
];
