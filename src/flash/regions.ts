import type { Image } from "../firmware/firmware.ts";

/** A range of consecutive addresses. */
export interface Region {
  address: number;
  size: number;
}

/** The smallest sector of any flash, in bytes (STM32L0, L1: RM0377, RM0038). */
const SMALLEST_SECTOR = 128;

/**
 * The regions to erase for an image. Sections with less than one sector between them are merged, so that a sector that
 * contains parts of both is erased once. No sector outside of the sections is erased.
 */
export function regionsOf({ sections }: Image): Region[] {
  const regions: Region[] = [];
  for (const { address, data } of sections) {
    const last = regions.at(-1);
    if (last !== undefined && address - (last.address + last.size) < SMALLEST_SECTOR) {
      last.size = address + data.length - last.address;
    } else regions.push({ address, size: data.length });
  }
  return regions;
}
