import { PAGE } from "./layout.ts";

/** What is loaded where, and whether it may be written or executed. */
export interface Segment {
  address: number;
  bytes: Buffer;
  /** In memory; what the file does not hold is zero. At least that of the bytes. */
  size?: number;
  access: "rw" | "rx";
}

const HEADER = 52;
const PROGRAM_HEADER = 32;

/** A statically linked ELF program for 32-bit ARM under Linux. An odd `entry` begins in Thumb state. */
export function elf(entry: number, segments: readonly Segment[]): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write("\x7fELF\x01\x01\x01", "latin1");
  header.writeUInt16LE(2, 16); // ET_EXEC
  header.writeUInt16LE(40, 18); // EM_ARM
  header.writeUInt32LE(1, 20);
  header.writeUInt32LE(entry, 24);
  header.writeUInt32LE(HEADER, 28); // program headers
  header.writeUInt32LE(0x0500_0000, 36); // EABI 5
  header.writeUInt16LE(HEADER, 40);
  header.writeUInt16LE(PROGRAM_HEADER, 42);
  header.writeUInt16LE(segments.length, 44);
  const headers = [header];
  const contents: Buffer[] = [];
  let at = PAGE;
  for (const { address, bytes, size = bytes.length, access } of segments) {
    const entries = [1, at, address, address, bytes.length, size, access === "rw" ? 6 : 5, PAGE]; // PT_LOAD
    headers.push(Buffer.from(new Uint8Array(Uint32Array.from(entries).buffer)));
    const padded = Buffer.alloc(Math.ceil(bytes.length / PAGE) * PAGE);
    bytes.copy(padded);
    contents.push(padded);
    at += padded.length;
  }
  const front = Buffer.alloc(PAGE);
  Buffer.concat(headers).copy(front);
  return Buffer.concat([front, ...contents]);
}
