import { resolve } from "node:path";
import { isMissing } from "../files/os-errors.ts";
import { readBounded, UnsuitableFileError } from "../files/read-bounded.ts";
import { type Image, imageSize } from "../firmware/firmware.ts";
import { readImage } from "../firmware/read.ts";
import { FLASH_BASE } from "../overlay/openocd-command.ts";
import { FlashError } from "./errors.ts";

/** A firmware to write. */
export interface Firmware {
  /** Absolute. */
  path: string;
  image: Image;
  /** Bytes to be written, without the gaps. */
  size: number;
}

/**
 * The largest size of a firmware, in bytes. No STM32 has more flash, external flash included, so a larger file is not
 * a firmware.
 */
const LARGEST = 512 * 1024 * 1024;

/**
 * Reads a firmware. `address` is the destination of a raw binary; the default is the start of an STM32's flash. Throws
 * FlashError for a file that cannot be read, and for an address where the file has its own addresses. Throws
 * ImageError for a file that is not a firmware.
 */
export function readFirmware(file: string, address?: number): Firmware {
  const path = resolve(file);
  const image = readImage(bytesOf(path, file), file, { address: address ?? FLASH_BASE });
  if (address !== undefined && image.format !== "bin") {
    throw new FlashError(`${file} says itself where it goes; an address is for raw binaries (.bin)`);
  }
  return { path, image, size: imageSize(image) };
}

function bytesOf(path: string, file: string): Buffer {
  try {
    return readBounded(path, { largest: LARGEST });
  } catch (error) {
    if (isMissing(error)) throw new FlashError(`there is no file ${file}; build the firmware first`);
    const why = error instanceof UnsuitableFileError ? error.why : undefined;
    if (why === "not-a-file")
      throw new FlashError(`${file} is not a file; name a firmware: .elf, .hex or .bin`);
    if (why === "too-large") throw new FlashError(`${file} is larger than any flash`);
    throw new FlashError(`cannot read ${file}: ${(error as Error).message}`);
  }
}
