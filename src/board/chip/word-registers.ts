import type { Device } from "./memory-map.ts";

/** A peripheral's registers, read and written as whole words. Offsets are multiples of 4. */
export interface WordRegisters {
  read(offset: number): number;
  write(offset: number, value: number): void;
}

/** Lets a peripheral be read in parts of words, and written so: what is not written keeps what a read would say. */
export function wordDevice(registers: WordRegisters): Device {
  return {
    read(offset, size) {
      const value = registers.read(offset & ~3) >>> 0;
      if (size === 4) return value;
      return (value >>> (8 * (offset & 3))) & maskOf(size);
    },
    write(offset, size, value) {
      const word = offset & ~3;
      if (size === 4) {
        registers.write(word, value >>> 0);
        return true;
      }
      const shift = 8 * (offset & 3);
      const mask = maskOf(size) << shift;
      registers.write(word, ((registers.read(word) & ~mask) | ((value << shift) & mask)) >>> 0);
      return true;
    },
  };
}

function maskOf(size: 1 | 2): number {
  return size === 1 ? 0xff : 0xffff;
}

/** As many registers of a peripheral as a config will ever write; a client that goes on is not remembered. */
const mostRegisters = 4096;

/** Registers that read back what was written to them. */
export class PlainRegisters implements WordRegisters {
  readonly #values = new Map<number, number>();
  readonly #initial: ReadonlyMap<number, number>;

  /** `initial`: what registers hold after a reset, where it is not 0. */
  constructor(initial: ReadonlyMap<number, number> = new Map()) {
    this.#initial = initial;
  }

  read(offset: number): number {
    return this.#values.get(offset) ?? this.#initial.get(offset) ?? 0;
  }

  write(offset: number, value: number): void {
    if (this.#values.size < mostRegisters || this.#values.has(offset)) this.#values.set(offset, value >>> 0);
  }

  reset(): void {
    this.#values.clear();
  }
}
