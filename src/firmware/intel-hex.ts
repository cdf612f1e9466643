import { ImageError } from "./errors.ts";
import type { ImageSection } from "./firmware.ts";

/** Types of record (Intel, "Hexadecimal Object File Format Specification", revision A). */
const DATA = 0;
const END = 1;
const SEGMENT = 2;
const START_SEGMENT = 3;
const LINEAR = 4;
const START_LINEAR = 5;

/** What one record says. */
interface HexRecord {
  type: number;
  offset: number;
  data: Uint8Array;
}

/**
 * What an Intel HEX file holds: bytes that follow each other are one section, whatever the records. Empty lines and
 * comments (`#`) are skipped, as OpenOCD skips them (0.12.0, src/target/image.c). Throws ImageError with the line.
 */
export function readIntelHex(text: string): ImageSection[] {
  const found = new Collector();
  let base = 0;
  let isOver = false;
  let number = 0;
  for (const line of lines(text)) {
    number++;
    if (line === "" || line.startsWith("#")) continue;
    const fail = (why: string) => new ImageError(`line ${number} ${why}`);
    if (isOver) throw fail("comes after the end-of-file record");
    const { type, offset, data } = readRecord(line, fail);
    if (type === DATA) found.add(base + offset, data);
    else if (type === END) isOver = true;
    else if (type === LINEAR) base = addressOf(data, fail) * 0x10000;
    else if (type === SEGMENT) base = segmentBase(data, fail);
    else if (type !== START_SEGMENT && type !== START_LINEAR)
      throw fail(`has a record of unknown type ${type}`);
  }
  if (!isOver) throw new ImageError("is cut short: there is no end-of-file record");
  return found.sections();
}

type Fail = (why: string) => ImageError;

function readRecord(line: string, fail: Fail): HexRecord {
  if (!/^:(?:[0-9a-f]{2}){5,260}$/i.test(line)) throw fail("is no Intel HEX record");
  const bytes = Buffer.from(line.slice(1), "hex");
  if (bytes[0] !== bytes.length - 5) throw fail("is shorter or longer than it says");
  if (bytes.reduce((sum, byte) => sum + byte, 0) % 256 !== 0) throw fail("has a wrong checksum");
  return { type: bytes[3]!, offset: bytes.readUInt16BE(1), data: bytes.subarray(4, -1) };
}

function addressOf(data: Uint8Array, fail: Fail): number {
  if (data.length !== 2) throw fail("has an address of a wrong length");
  return data[0]! * 256 + data[1]!;
}

function segmentBase(data: Uint8Array, fail: Fail): number {
  const base = addressOf(data, fail) * 16;
  // OpenOCD would put the data elsewhere: it keeps only the upper bits of such an address.
  if (base % 0x10000 !== 0)
    throw fail("has a segment that OpenOCD misreads; write the file with linear addresses");
  return base;
}

function* lines(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    yield text.slice(start, stop).trim();
    start = stop + 1;
  }
}

/** Joins records to sections. */
class Collector {
  readonly #sections: { address: number; size: number; parts: Uint8Array[] }[] = [];

  add(address: number, data: Uint8Array): void {
    if (data.length === 0) return;
    const last = this.#sections.at(-1);
    if (last !== undefined && last.address + last.size === address) {
      last.parts.push(data);
      last.size += data.length;
    } else this.#sections.push({ address, size: data.length, parts: [data] });
  }

  sections(): ImageSection[] {
    return this.#sections.map(({ address, parts }) => ({ address, data: Buffer.concat(parts) }));
  }
}
