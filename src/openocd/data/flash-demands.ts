import { before, bitOf, type Release, since } from "./releases.ts";
import { isAmong } from "./table.ts";

/**
 * What drivers ask of `flash bank` beyond its first seven words (OpenOCD 0.12.0, the `flash_bank_command` of each under
 * src/flash/nor). A driver that is not here takes every bank, or looks at more than is known here.
 */

/** The fewest words, the bank's name included. */
const LEAST_WORDS: readonly (readonly [words: number, drivers: string])[] = [
  [8, "fm4|jtagspi|mrvlqspi|stmqspi|str7x|virtual"],
  [9, "lpc2000"],
  [10, "esirisc|max32xxx|mdr"],
];

const ALL = since("0.10.0");

/** By releases, the addresses that a bank may have. */
const BASES: readonly (readonly [mask: number, drivers: string, bases: readonly number[]])[] = [
  [ALL, "at91sam3", [0x80000, 0xa0000, 0xc0000, 0x100000, 0x400000]],
  [ALL, "at91sam4l|at91samd|atsame5", [0]],
  [since("st-1.11.0") & before("master"), "efm32", [0, 0xfe00000, 0xfe04000]],
  [since("master"), "efm32", [0, 0x8000000, 0xfe00000, 0xfe04000]],
  [before("master"), "nrf5|nrf51", [0, 0x10001000]],
  [since("master"), "nrf5|nrf51", [0, 0x10001000, 0xff8000, 0x1000000, 0x1ff8000]],
];

/** Drivers for chips of one kind, which take no other address and size. In bytes. */
const FIXED: Readonly<Record<string, { base?: number; size?: number }>> = {
  aduc702x: { base: 0x80000, size: 0xf800 },
  aducm360: { base: 0, size: 0x20000 },
  dsp5680xx_flash: { base: 0, size: 0x4000 },
  msp432: { base: 0 },
  stellaris: { base: 0 },
  swm050: { size: 0x2000 },
};

/** By releases, where banks at address 0 are put. */
const MOVED: readonly (readonly [mask: number, driver: string, base: number])[] = [
  [since("st-1.8.0") | bitOf("st-1.6.0") | bitOf("st-1.7.0"), "stm32l4x", 0x08000000],
];

/** Drivers that know their chip by the target's name. */
const TARGETS: Readonly<Record<string, RegExp>> = { fm3: /^mb9(bfxx[1-8]|afxx[1-6])\.cpu$/ };

/** Whether a driver takes a target of this name. */
export function takesTarget(driver: string, target: string): boolean {
  return !Object.hasOwn(TARGETS, driver) || TARGETS[driver]!.test(target);
}

/** How many words `flash bank` needs for a driver. */
export function leastWords(driver: string): number {
  return LEAST_WORDS.find(([, drivers]) => isAmong(drivers, driver))?.[0] ?? 7;
}

/** The addresses that a driver's banks may have in a release; undefined where any will do. */
export function basesOf(driver: string, release: Release): readonly number[] | undefined {
  return BASES.find(([mask, drivers]) => mask & bitOf(release.id) && isAmong(drivers, driver))?.[2];
}

/** What a driver of a release makes of a bank's address and size. */
export function placedBy(driver: string, at: Placed, release: Release): Placed {
  const moved = MOVED.find(([mask, one]) => one === driver && mask & bitOf(release.id))?.[2] ?? 0;
  const fixed = Object.hasOwn(FIXED, driver) ? FIXED[driver] : {};
  return { base: at.base === 0 ? moved : at.base, size: at.size, ...fixed };
}

interface Placed {
  base: number;
  size: number;
}
