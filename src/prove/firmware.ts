import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Image } from "../firmware/firmware.ts";
import { imageSize } from "../firmware/firmware.ts";
import { readFirmware } from "../flash/firmware.ts";
import { hex32 } from "../hexadecimal.ts";
import { FLASH_BASE } from "../overlay/openocd-command.ts";
import { tclPath } from "../overlay/tcl.ts";

/** What is to be written. */
export interface ProvenFirmware {
  /** Absolute. */
  path: string;
  image: Image;
  /** Bytes, without gaps. */
  size: number;
  /** What the random bytes follow from; undefined for a firmware that was given. */
  seed?: number;
}

/** As much as a small program, and enough to fill a loader's buffer several times. */
const randomSize = 64 * 1024;

/** Reads a firmware. Throws FlashError or ImageError where that cannot be done. */
export function givenFirmware(file: string): ProvenFirmware {
  const { path, image, size } = readFirmware(file);
  return { path, image, size };
}

/** Makes a firmware of random bytes in a folder. The same seed makes the same bytes. */
export function randomFirmware(folder: string, seed: number, size: number = randomSize): ProvenFirmware {
  const data = randomBytes(size, seed);
  const path = join(folder, "firmware.bin");
  writeFileSync(path, data);
  const image: Image = { format: "bin", sections: [{ address: FLASH_BASE, data }] };
  return { path, image, size: imageSize(image), seed };
}

/** Mulberry32, a generator that is small and good enough for bytes that look like nothing. */
function randomBytes(size: number, seed: number): Uint8Array {
  let state = seed >>> 0;
  return Uint8Array.from({ length: size }, () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  });
}

/** OpenOCD's command that writes the firmware, checks it and lets it run. */
export function programCommand({ path, image }: ProvenFirmware): string {
  const address = image.format === "bin" ? ` ${hex32(image.sections[0]!.address)}` : "";
  return `program ${tclPath(path)}${address} verify reset exit`;
}
