import type { Image } from "../firmware/firmware.ts";

/** Addresses that follow each other. */
export interface Region {
  address: number;
  size: number;
}

/** No sector of a flash is smaller (STM32L0, L1: RM0377, RM0038). In bytes. */
const SMALLEST_SECTOR = 128;

/**
 * What has to be erased for an image. Sections so close to each other that no whole sector fits between them are one, so that
 * a sector that both reach into is erased once; nothing is erased that they do not reach into.
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
