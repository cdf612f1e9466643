import { describe, expect, it } from "vitest";
import { imageSize } from "../../src/firmware/firmware.ts";
import { readImage } from "../../src/firmware/read.ts";
import { elf, hexRecord, intelHex, noise, type Segment } from "../support/firmware.ts";

const at = { address: 0x08000000 };
const text: Segment = { address: 0x08000000, data: noise(1000) };
const data: Segment = { address: 0x080003f0, data: noise(20, 2), virtual: 0x20000000, memory: 64 };

function read(bytes: Uint8Array | string, name: string) {
  return readImage(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, name, at);
}

/** Sections as plain values. */
function shown(bytes: Uint8Array | string, name: string) {
  return read(bytes, name).sections.map(({ address, data }) => ({ address, data: Buffer.from(data) }));
}

const both = [text, data].map(({ address, data }) => ({ address, data }));

describe("an ELF", () => {
  it.each([
    { bits: 32, endian: "little" },
    { bits: 32, endian: "big" },
    { bits: 64, endian: "little" },
    { bits: 64, endian: "big" },
  ] as const)("of $bits bits, $endian endian, loads its segments at their physical addresses", (kind) => {
    expect(shown(elf([text, data], kind), "fw.elf")).toEqual(both);
  });

  it("is known by its first bytes, whatever its name", () => {
    expect(read(elf([text]), "fw")).toMatchObject({ format: "elf" });
    expect(read(elf([text]), "fw.bin")).toMatchObject({ format: "elf" });
  });

  it("loads nothing that is only to be zeroed", () => {
    const zeroed = { address: 0x20000000, data: Buffer.alloc(0), memory: 100 };
    expect(shown(elf([text, zeroed]), "fw.elf")).toEqual(both.slice(0, 1));
  });

  it("goes to its virtual addresses where its linker set no physical ones", () => {
    const unplaced = [text, data].map((segment, i) => ({
      ...segment,
      virtual: [0x08000000, 0x08001000][i]!,
      address: 0,
    }));
    expect(read(elf(unplaced), "fw.elf").sections.map(({ address }) => address)).toEqual([
      0x08000000, 0x08001000,
    ]);
  });

  it.each([
    ["nothing but a header", elf([]), "has nothing in it to write: no segment is loaded; is it linked?"],
    ["half its header", elf([text]).subarray(0, 30), "is a damaged ELF: its header cannot be read"],
    ["no class", Buffer.from("\x7fELF\x09\x01"), "is a damaged ELF: its header cannot be read"],
    ["half its program headers", elf([text]).subarray(0, 60), "is cut short: its program headers are beyond"],
    ["half its data", elf([text]).subarray(0, 500), "is cut short: a segment is beyond the end of the file"],
  ])("with %s is refused", (_, bytes, message) => {
    expect(() => read(bytes, "fw.elf")).toThrow(`fw.elf: ${message}`);
  });
});

describe("an Intel HEX file", () => {
  it.each(["\n", "\r\n"])("is read, with lines that end in %j", (lineEnd) => {
    expect(shown(intelHex([text, data], lineEnd), "fw.hex")).toEqual(both);
    expect(read(intelHex([text]), "fw.IHX").format).toBe("ihex");
  });

  it("goes over a border of 64 KiB, and joins what follows each other", () => {
    const long = { address: 0x0800fff0, data: noise(0x12345) };
    expect(shown(intelHex([long]), "fw.hex")).toEqual([long]);
  });

  it("may have comments, empty lines, start addresses and segments", () => {
    const lines = [
      "# made by hand",
      hexRecord(2, 0, Buffer.from([0x10, 0x00])),
      hexRecord(3, 0, Buffer.alloc(4)),
      "",
      hexRecord(0, 4, Buffer.from([1, 2])),
      hexRecord(5, 0, Buffer.alloc(4)),
      hexRecord(1, 0, Buffer.alloc(0)),
    ];
    expect(shown(lines.join("\r\n"), "fw.hex")).toEqual([{ address: 0x10004, data: Buffer.from([1, 2]) }]);
  });

  const end = hexRecord(1, 0, Buffer.alloc(0));
  it.each([
    [":0000000", "line 1 is no Intel HEX record"],
    ["\x00\x01\x02", "line 1 is no Intel HEX record"],
    [`\n:00000001FE`, "line 2 has a wrong checksum"],
    [":0200000001FD", "line 1 is shorter or longer than it says"],
    [hexRecord(9, 0, Buffer.alloc(0)), "line 1 has a record of unknown type 9"],
    [hexRecord(4, 0, Buffer.alloc(1)), "line 1 has an address of a wrong length"],
    [hexRecord(2, 0, Buffer.from([0x10, 0x01])), "line 1 has a segment that OpenOCD misreads"],
    [`${end}\n${end}`, "line 2 comes after the end-of-file record"],
    [hexRecord(0, 0, Buffer.alloc(1)), "is cut short: there is no end-of-file record"],
    [end, "has nothing in it to write"],
    [intelHex([text, { address: 0x08000100, data: noise(4) }]), "has two parts for one place: 0x08000100"],
  ])("is refused: %j", (bytes, message) => {
    expect(() => read(bytes, "fw.hex")).toThrow(`fw.hex: ${message}`);
  });
});

describe("a raw binary", () => {
  it("goes to the given address", () => {
    expect(shown("\x01\x02", "fw.bin")).toEqual([{ address: 0x08000000, data: Buffer.from([1, 2]) }]);
    expect(imageSize(read("\x01\x02", "fw.bin"))).toBe(2);
  });

  it.each([
    ["", "fw.bin", "is empty"],
    ["x", "fw.elf", "is called an ELF, but does not begin as one"],
    ["x", "fw.uf2", "is no ELF; the name of another form ends in .hex or .bin"],
  ])("is told from other things: %j as %s", (bytes, name, message) => {
    expect(() => read(bytes, name)).toThrow(`${name}: ${message}`);
  });

  it("does not reach beyond 32-bit addresses", () => {
    expect(() => readImage(Buffer.alloc(9), "fw.bin", { address: 0xfffffff8 })).toThrow("32-bit");
  });
});
