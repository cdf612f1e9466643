import { crc32 as zlibCrc32 } from "node:zlib";
import { expect, it } from "vitest";
import { crc32, factorial } from "./programs.ts";
import { CODE, machine } from "./ram.ts";

it("goes through loops, to the checksum that zlib has", () => {
  const bytes = Buffer.from(Array.from({ length: 1000 }, (_, i) => Math.imul(i, 0x9e37_79b1) >>> 24));
  const { core, ram } = machine(...crc32);
  ram.bytes.set(bytes, 0x100);
  core.registers[0] = CODE + 0x100;
  core.registers[1] = bytes.length;
  expect(core.run(100_000)).toEqual({ kind: "breakpoint", address: CODE + 34 });
  expect(core.registers[0]).toBe(zlibCrc32(bytes));
});

it("goes through calls and returns, and leaves the stack as it was", () => {
  const { core } = machine(...factorial);
  const sp = core.registers[13];
  core.registers[0] = 10;
  expect(core.run(1000)).toEqual({ kind: "breakpoint", address: CODE + 4 });
  expect([core.registers[0], core.registers[13]]).toEqual([3_628_800, sp]);
});
