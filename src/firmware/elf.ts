import { ImageError } from "./errors.ts";
import type { ImageSection } from "./firmware.ts";

/** Whether bytes begin as an ELF does. */
export function isElf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7f && bytes[1] === 0x45 && bytes[2] === 0x4c && bytes[3] === 0x46;
}

/** Where an ELF keeps what is needed here, in bytes from the beginning of its header or of a program header. */
interface Layout {
  header: number;
  programHeaders: number;
  programHeaderCount: number;
  entry: {
    size: number;
    offset: number;
    virtual: number;
    physical: number;
    inFile: number;
    inMemory: number;
  };
  word: (view: DataView, at: number, isLittle: boolean) => number;
}

/** ELF specification, Ehdr and Phdr. */
const layouts: Readonly<Record<number, Layout>> = {
  1: {
    header: 52,
    programHeaders: 28,
    programHeaderCount: 44,
    entry: { size: 32, offset: 4, virtual: 8, physical: 12, inFile: 16, inMemory: 20 },
    word: (view, at, isLittle) => view.getUint32(at, isLittle),
  },
  2: {
    header: 64,
    programHeaders: 32,
    programHeaderCount: 56,
    entry: { size: 56, offset: 8, virtual: 16, physical: 24, inFile: 32, inMemory: 40 },
    word: (view, at, isLittle) => Number(view.getBigUint64(at, isLittle)),
  },
};

const PT_LOAD = 1;

/**
 * What an ELF loads: each segment with bytes in the file, at its physical address. Where all of those are 0, its linker
 * did not set them, and the virtual ones count (OpenOCD 0.12.0, src/target/image.c, image_elf32_read_headers()).
 * Throws ImageError.
 */
export function readElf(bytes: Uint8Array): ImageSection[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layout = layouts[bytes[4]!];
  const isLittle = bytes[5] === 1;
  if (layout === undefined || (!isLittle && bytes[5] !== 2) || bytes.length < layout.header) {
    throw new ImageError("is a damaged ELF: its header cannot be read");
  }
  const { entry, word } = layout;
  const first = word(view, layout.programHeaders, isLittle);
  const count = view.getUint16(layout.programHeaderCount, isLittle);
  if (first + count * entry.size > bytes.length) {
    throw new ImageError("is cut short: its program headers are beyond the end of the file");
  }
  const segments = Array.from({ length: count }, (_, index) => {
    const at = first + index * entry.size;
    const field = (offset: number) => word(view, at + offset, isLittle);
    return {
      isLoaded: view.getUint32(at, isLittle) === PT_LOAD,
      offset: field(entry.offset),
      virtual: field(entry.virtual),
      physical: field(entry.physical),
      inFile: field(entry.inFile),
      inMemory: field(entry.inMemory),
    };
  });
  const loaded = segments.filter(({ isLoaded, inMemory }) => isLoaded && inMemory !== 0);
  const isUnplaced = segments.every(({ physical }) => physical === 0) && loaded.length > 1;
  const written = segments.filter(({ isLoaded, inFile }) => isLoaded && inFile !== 0);
  if (written.length === 0) {
    throw new ImageError("has nothing in it to write: no segment is loaded; is it linked?");
  }
  return written.map(({ offset, virtual, physical, inFile }) => {
    if (offset + inFile > bytes.length) {
      throw new ImageError("is cut short: a segment is beyond the end of the file");
    }
    return { address: isUnplaced ? virtual : physical, data: bytes.subarray(offset, offset + inFile) };
  });
}
