import { extname } from "node:path";
import { hex32 } from "../hexadecimal.ts";
import { isElf, readElf } from "./elf.ts";
import { ImageError } from "./errors.ts";
import type { Image, ImageFormat, ImageSection } from "./firmware.ts";
import { readIntelHex } from "./intel-hex.ts";

export interface ImageOptions {
  /** Where a raw binary goes; the other forms say it themselves. */
  address: number;
}

/**
 * Reads a firmware. An ELF is known by its first bytes, whatever its name, the others by their names. `name` is for
 * messages, too. Throws ImageError for one that cannot be read, holds nothing, or has two parts for one place.
 */
export function readImage(bytes: Uint8Array, name: string, { address }: ImageOptions): Image {
  try {
    const format = formatOf(bytes, name);
    const sections = sectionsOf(format, bytes, address).sort((a, b) => a.address - b.address);
    checkSections(sections);
    return { format, sections };
  } catch (error) {
    throw error instanceof ImageError ? new ImageError(`${name}: ${error.message}`) : error;
  }
}

const extensions: Readonly<Record<string, ImageFormat>> = {
  ".elf": "elf",
  ".axf": "elf",
  ".out": "elf",
  ".hex": "ihex",
  ".ihex": "ihex",
  ".ihx": "ihex",
  ".bin": "bin",
};

/** The form of a firmware, without reading all of it. Throws ImageError where that is not clear. */
function formatOf(bytes: Uint8Array, name: string): ImageFormat {
  if (bytes.length === 0) throw new ImageError("is empty");
  if (isElf(bytes)) return "elf";
  const format = extensions[extname(name).toLowerCase()];
  if (format === "elf") throw new ImageError("is called an ELF, but does not begin as one");
  if (format === undefined) throw new ImageError("is no ELF; the name of another form ends in .hex or .bin");
  return format;
}

function sectionsOf(format: ImageFormat, bytes: Uint8Array, address: number): ImageSection[] {
  if (format === "elf") return readElf(bytes);
  if (format === "bin") return [{ address, data: bytes }];
  return readIntelHex(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"));
}

function checkSections(sections: readonly ImageSection[]): void {
  if (sections.length === 0) throw new ImageError("has nothing in it to write");
  let end = 0;
  for (const { address, data } of sections) {
    if (address < end) throw new ImageError(`has two parts for one place: ${hex32(address)}`);
    end = address + data.length;
    if (end > 2 ** 32) throw new ImageError(`reaches beyond 32-bit addresses, from ${hex32(address)}`);
  }
}
