import type { Bus, Size } from "../cpu/bus.ts";

/** What answers at a range of addresses. */
export interface Region {
  readonly base: number;
  /** Bytes. */
  readonly size: number;
  /** Offsets are from the base. */
  readonly device: Device;
}

/** The same as a bus, with offsets for addresses. */
export type Device = Bus;

/** A bus that asks the first region an address lies in; where there is none, it faults. */
export function memoryMap(regions: readonly Region[]): Bus {
  // Most accesses are to where the one before was: a core fetches all its code from one memory.
  let recent = regions[0]!;
  const regionOf = (address: number): Region | undefined => {
    if (isIn(recent, address)) return recent;
    const region = regions.find((candidate) => isIn(candidate, address));
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
  return (address - base) >>> 0 < size;
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
