import type { Size } from "../../cpu/bus.ts";
import { peek, poke } from "../memory-map.ts";

export interface FlashArrayOptions {
  /** Bytes. */
  size: number;
  /** Where it begins for a non-secure access. */
  base: number;
  /** What an erased byte holds: 0xff, or 0 in the L0 and the L1. */
  erased?: number;
  /** The least that is programmed at once, in bytes. */
  cell?: number;
  /** Addresses in cells that keep a bit as it is when they are erased. */
  stuckWords?: readonly number[];
}

/** The memory itself: cells that are all alike when erased, and changed by programming. */
export class FlashArray {
  readonly bytes: Uint8Array;
  readonly base: number;
  readonly #erased: number;
  readonly #stuck: ReadonlySet<number>;

  constructor({ size, base, erased = 0xff, cell = 8, stuckWords = [] }: FlashArrayOptions) {
    this.bytes = new Uint8Array(size).fill(erased);
    this.base = base;
    this.#erased = erased;
    this.#stuck = new Set(stuckWords.map((address) => address - base - ((address - base) % cell)));
  }

  erase(offset: number, length: number): void {
    this.bytes.fill(this.#erased, offset, offset + length);
    for (const cell of this.#stuck) {
      if (cell >= offset && cell < offset + length) this.bytes[cell] = this.#erased ^ 1;
    }
  }

  isErased(offset: number, length: number): boolean {
    return this.bytes.subarray(offset, offset + length).every((byte) => byte === this.#erased);
  }

  read(offset: number, size: Size): number {
    return peek(this.bytes, offset, size);
  }

  program(offset: number, size: Size, value: number): void {
    poke(this.bytes, offset, size, value);
  }

  /** Programs bytes over what is there: bits become clear, and none is set. */
  clearBits(offset: number, bytes: Uint8Array): void {
    for (const [index, byte] of bytes.entries()) this.bytes[offset + index]! &= byte;
  }
}
