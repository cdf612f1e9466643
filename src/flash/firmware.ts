import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Image, imageSize } from "../firmware/firmware.ts";
import { readImage } from "../firmware/read.ts";
import { FLASH_BASE } from "../overlay/command.ts";
import { FlashError } from "./errors.ts";

/** A firmware that is to be written. */
export interface Firmware {
  /** Absolute. */
  path: string;
  image: Image;
  /** Bytes to be written, without the gaps. */
  size: number;
}

/** No STM32 has more flash, external ones included; what is larger is something else. In bytes. */
const LARGEST = 512 * 1024 * 1024;

/**
 * Reads a firmware. `address` is where a raw binary goes, the beginning of an STM32's flash where it is not given. Throws
 * FlashError for a file that cannot be read and for an address that the file has itself, ImageError for what is no
 * firmware.
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
    const stat = statSync(path);
    if (!stat.isFile()) throw new FlashError(`${file} is not a file; name a firmware: .elf, .hex or .bin`);
    if (stat.size > LARGEST) throw new FlashError(`${file} is larger than any flash`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof FlashError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FlashError(
      code === "ENOENT"
        ? `there is no file ${file}; build the firmware first`
        : `cannot read ${file}: ${message}`,
    );
  }
}
