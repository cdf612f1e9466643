import fc from "fast-check";
import { expect, it } from "vitest";
import { memoryMap, type Region, ram } from "../../src/board/chip/memory-map.ts";

const at = (base: number, size: number, mark: number, more: Partial<Region> = {}): Region => ({
  base,
  size,
  device: ram(new Uint8Array(size).fill(mark)),
  ...more,
});

it("every region reads the same after every other", () => {
  const regions = [
    at(0x1000, 0x100, 1),
    at(0x1100, 0x10, 2),
    at(0x0, 0x4000, 3, { isBackground: true }),
    at(0x2000, 0x800, 4),
    at(0x4000, 0x1000, 5),
  ];
  const places = regions.flatMap(({ base, size }) => [base, base + size - 1]);
  const fresh = (address: number) => memoryMap(regions).read(address, 1);
  const bus = memoryMap(regions);
  for (const first of places) {
    for (const second of places) {
      bus.read(first, 1);
      expect(bus.read(second, 1), `${first} then ${second}`).toBe(fresh(second));
    }
  }
  expect(fresh(0x1000)).toBe(1);
  expect(fresh(0xfff)).toBe(3);
  expect(fresh(0x5000)).toBeUndefined();
});

it("answers as the first region in front does, or else the background, whatever was read before", () => {
  const region = fc.record({ base: fc.nat(200), size: fc.integer({ min: 1, max: 60 }) });
  fc.assert(
    fc.property(fc.array(region, { maxLength: 8 }), fc.array(fc.nat(300)), (drawn, addresses) => {
      const front: Region[] = [];
      for (const [index, { base, size }] of drawn.entries()) {
        const overlaps = front.some((other) => base < other.base + other.size && other.base < base + size);
        if (!overlaps) front.push(at(base, size, index + 1));
      }
      const ground = at(20, 220, 99, { isBackground: true });
      const bus = memoryMap([ground, ...front]);
      for (const address of addresses) {
        const owner = [...front, ground].find(({ base, size }) => address >= base && address < base + size);
        expect(bus.read(address, 1)).toBe(owner?.device.read(address - owner.base, 1));
      }
    }),
  );
});

it("refuses regions that overlap, the background aside", () => {
  expect(() => memoryMap([at(0, 8, 1), at(7, 8, 2)])).toThrow("overlap at 0x7");
  expect(() => memoryMap([at(0, 8, 1), at(8, 8, 2)])).not.toThrow();
});
