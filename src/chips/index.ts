/** Finding a chip's family by the names that occur in configs, and what follows from the family. */

import type { ReleaseId } from "../openocd/data/releases.ts";
import { FAMILIES } from "./families.ts";
import type { ChipFamily } from "./family.ts";
import type { ChipLayout } from "./layout.ts";
import { LAYOUTS } from "./layouts.ts";

export { FAMILIES } from "./families.ts";
export type { ChipFamily } from "./family.ts";
export { type BankFact, type ChipLayout, layoutReleases, type TargetFact } from "./layout.ts";
export { needsWorkArea } from "./loaders.ts";

/**
 * The family that a name speaks of: a chip (`STM32L552ZETxQ`), a family (`stm32l5`), a config with or without
 * folder and extension (`target/stm32h7x_dual_bank.cfg`), a target or DAP (`stm32l5.cpu`), or a flash driver
 * that serves one family only (`em357`). Case does not matter. Undefined for other names, for ones that leave
 * the family open (`stm32lx`), and for families that are not known.
 */
export function familyOf(name: string): ChipFamily | undefined {
  const stem = /^stm32([a-z].*)/.exec(name.toLowerCase().replace(/^.*[\\/]/, ""))?.[1];
  if (stem === undefined) return familyOfDriver(name.toLowerCase());
  const starts = (prefix: string) => stem.startsWith(prefix);
  const candidates = FAMILIES.filter(({ stems, not }) => stems.some(starts) && !not?.some(starts));
  // Of STM32WB and STM32WBA the longer stem is meant.
  return candidates.sort((a, b) => b.name.length - a.name.length)[0];
}

/**
 * The family that a flash driver serves, when in all known releases it serves that one only: `stm32l5x`,
 * `stm32h7x`. Undefined for drivers of several families (`stm32l4x`, `stm32f1x`) and of none.
 */
export function familyOfDriver(driver: string): ChipFamily | undefined {
  const users = FAMILIES.filter(({ flashDriver }) => Object.values(flashDriver).includes(driver));
  return users.length === 1 ? users[0] : undefined;
}

/** The flash driver of a family in that release; undefined when the release cannot program the family. */
export function flashDriverOf(family: ChipFamily, release: ReleaseId): string | undefined {
  return family.flashDriver[release];
}

/**
 * A work area that every member of the family has: OpenOCD's default, cut to the smallest member's RAM.
 * Undefined for families that take none.
 */
export function workAreaOf(family: ChipFamily): { phys: number; size: number } | undefined {
  if (family.workAreaSize === 0) return undefined;
  return { phys: family.ram.base, size: Math.min(family.workAreaSize, family.ram.size) };
}

/** How OpenOCD lays that family out; undefined for families that its release 0.12.0 does not have. */
export function layoutOf(family: ChipFamily): ChipLayout | undefined {
  return LAYOUTS[family.name];
}
