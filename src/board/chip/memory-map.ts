import type { Bus, Size } from "../cpu/bus.ts";

/** What answers at a range of addresses. */
export interface Region {
  readonly base: number;
  /** Bytes. */
  readonly size: number;
  /** Offsets are from the base. */
  readonly device: Device;
  /** Answers only where no other region does. */
  readonly isBackground?: boolean;
}

/** The same as a bus, with offsets for addresses. */
export type Device = Bus;

/**
 * A bus that passes each access to the region that contains the address, and faults where there is none. The address alone
 * decides which region answers. Throws RangeError for two regions that overlap, unless one of them is a background.
 */
export function memoryMap(regions: readonly Region[]): Bus {
  const front = sorted(regions.filter(({ isBackground }) => !isBackground));
  const background = sorted(regions.filter(({ isBackground }) => isBackground));
  const pieces = sorted([...front, ...background.flatMap((region) => uncovered(region, front))]);
  // Most accesses are to where the one before was: a core fetches all its code from one memory.
  let recent = pieces[0]!;
  const regionOf = (address: number): Region | undefined => {
    if (isIn(recent, address)) return recent;
    const region = find(pieces, address);
    if (region !== undefined) recent = region;
    return region;
  };
  return {
    read(address, size) {
      const region = regionOf(address);
      return region?.device.read(address - region.base, size);
    },
    write(address, size, value) {
      const region = regionOf(address);
      return region?.device.write(address - region.base, size, value) ?? false;
    },
  };
}

function isIn({ base, size }: Region, address: number): boolean {
  const offset = address - base;
  return offset >= 0 && offset < size;
}

function sorted(regions: readonly Region[]): Region[] {
  const inOrder = regions.filter(({ size }) => size > 0).sort((a, b) => a.base - b.base);
  for (const [index, { base }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before !== undefined && base < before.base + before.size) {
      throw new RangeError(`two regions overlap at 0x${base.toString(16)}`);
    }
  }
  return inOrder;
}

/** The parts of a region that no region in front of it covers. */
function uncovered({ base, size, device }: Region, front: readonly Region[]): Region[] {
  const end = base + size;
  const pieces: Region[] = [];
  let at = base;
  const keep = (until: number) => {
    if (until > at) pieces.push({ base: at, size: until - at, device: shifted(device, at - base) });
  };
  for (const other of front) {
    if (other.base >= end || other.base + other.size <= at) continue;
    keep(other.base);
    at = Math.max(at, other.base + other.size);
  }
  keep(end);
  return pieces;
}

function shifted(device: Device, by: number): Device {
  if (by === 0) return device;
  return {
    read: (offset, size) => device.read(offset + by, size),
    write: (offset, size, value) => device.write(offset + by, size, value),
  };
}

/** Binary search among regions in order. */
function find(regions: readonly Region[], address: number): Region | undefined {
  let low = 0;
  let high = regions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const region = regions[middle]!;
    if (address < region.base) high = middle - 1;
    else if (address >= region.base + region.size) low = middle + 1;
    else return region;
  }
  return undefined;
}

/** Memory that is read and written at will. */
export function ram(bytes: Uint8Array): Device {
  return {
    read: (offset, size) => peek(bytes, offset, size),
    write: (offset, size, value) => {
      poke(bytes, offset, size, value);
      return true;
    },
  };
}

/** Memory that ignores writes. */
export function rom(bytes: Uint8Array): Device {
  return { read: (offset, size) => peek(bytes, offset, size), write: () => true };
}

/** What a master sees that is not allowed to look: zeros, and writes have no effect. */
export const hidden: Device = { read: () => 0, write: () => true };

/** A little-endian value. */
export function peek(bytes: Uint8Array, offset: number, size: Size): number {
  if (size === 1) return bytes[offset]!;
  if (size === 2) return bytes[offset]! | (bytes[offset + 1]! << 8);
  return (
    (bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24)) >>>
    0
  );
}

export function poke(bytes: Uint8Array, offset: number, size: Size, value: number): void {
  bytes[offset] = value;
  if (size === 1) return;
  bytes[offset + 1] = value >>> 8;
  if (size === 2) return;
  bytes[offset + 2] = value >>> 16;
  bytes[offset + 3] = value >>> 24;
}
