import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readImage } from "../../src/firmware/read.ts";
import { hex32 } from "../../src/hexadecimal.ts";
import { folderWith } from "../install/fixtures.ts";
import { runBounded } from "../oracle/bounded.ts";
import { elf, hexRecord, intelHex, noise, type Segment } from "../support/firmware.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

/** What makes a target that needs no hardware; images want one, and do nothing with it. */
const target =
  "adapter driver dummy; adapter speed 1000; jtag newtap t cpu -irlen 4; target create t.cpu testee -chain-position t.cpu";

const text: Segment = { address: 0x08000000, data: noise(70_001) };
const data: Segment = { address: 0x08011200, data: noise(21, 2), virtual: 0x20000000, memory: 64 };

const unplaced = [text, data].map((segment) => ({ ...segment, virtual: segment.address, address: 0 }));
const withComment = `# by hand\n\n${intelHex([text, data])}`;
const bySegment = [
  hexRecord(2, 0, Buffer.from([0x10, 0])),
  hexRecord(0, 8, Buffer.from([1, 2])),
  hexRecord(1, 0, Buffer.alloc(0)),
  "",
].join("\n");

describeWithOpenocd("an image is taken apart as OpenOCD takes it apart", () => {
  it.each<[name: string, bytes: Buffer | string]>([
    ["little.elf", elf([text, data])],
    ["big.elf", elf([text, data], { endian: "big" })],
    ["wide.elf", elf([text, data], { bits: 64 })],
    ["unplaced.elf", elf(unplaced)],
    ["unordered.elf", elf([data, text])],
    ["zeroed.elf", elf([text, { address: 0x20000000, data: Buffer.alloc(0), memory: 100 }])],
    ["plain.hex", intelHex([text, data])],
    ["crlf.hex", intelHex([text, data], "\r\n")],
    ["comment.hex", withComment],
    ["segment.hex", bySegment],
    ["raw.bin", noise(1000)],
    // Beginnings that OpenOCD would take for another form, were it not told which.
    ["like-hex.bin", ":1234560123456789"],
    ["short.bin", "x"],
  ])("%s", async (name, bytes) => {
    const file = join(folderWith(), name);
    writeFileSync(file, bytes);
    const image = readImage(Buffer.from(bytes as Buffer), name, { address: 0x08000000 });
    const offset = image.format === "bin" ? hex32(0x08000000) : "0";
    const test = `test_image {${file}} ${offset} ${image.format}`;
    const bounds = { cwd: ".", env: process.env, timeoutMs: 20_000, maxBytes: 1 << 20 };
    const { stderr } = await runBounded(
      openocd!,
      ["-c", target, "-c", `init; ${test}`, "-c", "shutdown"],
      bounds,
    );
    const theirs = [...stderr.matchAll(/^address (0x\w+) length (0x\w+)$/gm)].map(([, address, length]) => ({
      address: Number(address),
      length: Number(length),
    }));
    const ours = image.sections.map(({ address, data }) => ({ address, length: data.length }));
    expect(theirs.sort((a, b) => a.address - b.address)).toEqual(ours);
  });
});
