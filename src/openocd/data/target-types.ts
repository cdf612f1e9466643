import { does } from "./behaviours.ts";
import type { AnyRelease, Release } from "./releases.ts";
import { has, namesInOrder, type Table } from "./table.ts";

/**
 * Target types, the second word after `target create`, by release. Source: the programs themselves (`target types`).
 */
export const TARGET_TYPES: Table = [
  [
    0b111111111111111111,
    `
    arm11|arm720t|arm7tdmi|arm920t|arm926ejs|arm946e|arm966e|arm9tdmi|avr|avr32_ap7k|cortex_a|cortex_m
    cortex_r4|dragonite|dsp563xx|dsp5680xx|fa526|feroceon|hla_target|ls1_sap|mips_m4k|or1k|quark_d20xx
    quark_x10xx|testee|xscale`,
  ],
  [0b111111111111111110, "aarch64|mem_ap|riscv|stm8"],
  [0b111111111111100000, "arcv2|esirisc|mips_mips64"],
  [0b111110000000000000, "esp32|esp32s2|esp32s3|xtensa"],
  [0b100000000000000000, "armv8r"],
  [0b011111111111111111, "nds32_v2|nds32_v3|nds32_v3m"],
];

/** OpenOCD's own order, in which it lists them (0.12.0, src/target/target.c, target_types). */
const order = `
  arm7tdmi|arm9tdmi|arm920t|arm720t|arm966e|arm946e|arm926ejs|fa526|feroceon|dragonite|xscale|xtensa|cortex_m
  cortex_a|cortex_r4|arm11|ls1_sap|mips_m4k|avr|dsp563xx|dsp5680xx|testee|avr32_ap7k|hla_target|nds32_v2
  nds32_v3|nds32_v3m|esp32|esp32s2|esp32s3|or1k|quark_x10xx|quark_d20xx|stm8|riscv|mem_ap|esirisc|arcv2
  aarch64|mips_mips64`;

/** The target types of a release in OpenOCD's own order, as far as that is known. */
export function targetTypesOf(release: AnyRelease): string[] {
  return namesInOrder(order, TARGET_TYPES, release);
}

/** Types by the name that others took over: those of a core are those of its architecture since OpenOCD 0.8. */
const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["cortex_m0", "cortex_m"],
  ["cortex_m3", "cortex_m"],
  ["cortex_m4", "cortex_m"],
  ["cortex_a8", "cortex_a"],
  ["cortex_a9", "cortex_a"],
  ["stm32_stlink", "cortex_m"],
]);

/** The type that took over from one that a release does not have; undefined where none did. */
export function successorOfType(type: string, release: AnyRelease): string | undefined {
  const successor = SUCCESSORS.get(type);
  return successor !== undefined && has(TARGET_TYPES, successor, release) ? successor : undefined;
}

/** Whether a type is reached through a DAP and takes no `-chain-position` (OpenOCD 0.12.0, their `target_jim_configure`). */
export function needsDap(type: string, release: Release): boolean {
  if (!does(release, "targets have daps")) return false;
  return ["aarch64", "armv8r", "cortex_a", "cortex_m", "cortex_r4", "hla_target", "mem_ap"].includes(type);
}
