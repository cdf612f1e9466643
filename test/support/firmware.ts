/** Firmware for tests, written by hand, so that no compiler is needed. */

export interface Segment {
  /** Its physical address, where a loader puts it. */
  address: number;
  data: Uint8Array;
  /** Where the program expects it; as the physical one. */
  virtual?: number;
  /** Larger than the data where some of it is only to be zeroed. */
  memory?: number;
}

export interface ElfOptions {
  bits?: 32 | 64;
  endian?: "little" | "big";
}

/** An executable for ARM that loads these segments. */
export function elf(segments: readonly Segment[], { bits = 32, endian = "little" }: ElfOptions = {}): Buffer {
  const isLittle = endian === "little";
  const isWide = bits === 64;
  const headers = isWide ? { file: 64, program: 56 } : { file: 52, program: 32 };
  let offset = headers.file + segments.length * headers.program;
  const buffer = new DataView(new ArrayBuffer(offset));
  const word = (at: number, value: number) =>
    isWide ? buffer.setBigUint64(at, BigInt(value), isLittle) : buffer.setUint32(at, value, isLittle);
  const short = (at: number, value: number) => buffer.setUint16(at, value, isLittle);

  new Uint8Array(buffer.buffer).set([0x7f, 0x45, 0x4c, 0x46, isWide ? 2 : 1, isLittle ? 1 : 2, 1]);
  short(16, 2);
  short(18, 40);
  buffer.setUint32(20, 1, isLittle);
  word(isWide ? 32 : 28, headers.file);
  const sizes = isWide ? 52 : 40;
  short(sizes, headers.file);
  short(sizes + 2, headers.program);
  short(sizes + 4, segments.length);
  segments.forEach(({ address, data, virtual = address, memory = data.length }, index) => {
    const at = headers.file + index * headers.program;
    buffer.setUint32(at, 1, isLittle);
    const [first, step] = isWide ? [at + 8, 8] : [at + 4, 4];
    [offset, virtual, address, data.length, memory].forEach((value, i) => {
      word(first + i * step, value);
    });
    offset += data.length;
  });
  return Buffer.concat([Buffer.from(buffer.buffer), ...segments.map(({ data }) => data)]);
}

/** The same as Intel HEX, with linear addresses. */
export function intelHex(segments: readonly Segment[], lineEnd = "\n"): string {
  const lines = segments.flatMap(({ address, data }) => {
    const records: string[] = [];
    for (let at = 0; at < data.length; ) {
      const place = address + at;
      const size = Math.min(16, data.length - at, 0x10000 - (place % 0x10000));
      if (at === 0 || place % 0x10000 === 0) records.push(hexRecord(4, 0, upperHalf(place)));
      records.push(hexRecord(0, place % 0x10000, data.subarray(at, at + size)));
      at += size;
    }
    return records;
  });
  return [...lines, hexRecord(1, 0, Buffer.alloc(0)), ""].join(lineEnd);
}

function upperHalf(address: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(Math.floor(address / 0x10000));
  return bytes;
}

/** One record of Intel HEX, with its checksum. */
export function hexRecord(type: number, offset: number, data: Uint8Array): string {
  const bytes = [data.length, offset >> 8, offset & 0xff, type, ...data];
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  return `:${Buffer.from([...bytes, -sum & 0xff])
    .toString("hex")
    .toUpperCase()}`;
}

/** Bytes without a pattern, the same for the same seed. */
export function noise(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = Math.imul(state, 1103515245) + 12345;
    bytes[i] = state >> 16;
  }
  return bytes;
}
