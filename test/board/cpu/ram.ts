import type { Bus, Size } from "../../../src/board/cpu/bus.ts";
import { Core } from "../../../src/board/cpu/core.ts";

/** Memory at `base`; everything else is a bus fault. */
export class Ram implements Bus {
  readonly base: number;
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(base: number, bytes: Uint8Array) {
    this.base = base;
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  read(address: number, size: Size): number | undefined {
    const at = this.#at(address, size);
    if (at === undefined) return undefined;
    if (size === 1) return this.#view.getUint8(at);
    return size === 2 ? this.#view.getUint16(at, true) : this.#view.getUint32(at, true);
  }

  write(address: number, size: Size, value: number): boolean {
    const at = this.#at(address, size);
    if (at === undefined) return false;
    if (size === 1) this.#view.setUint8(at, value);
    else if (size === 2) this.#view.setUint16(at, value, true);
    else this.#view.setUint32(at, value, true);
    return true;
  }

  #at(address: number, size: Size): number | undefined {
    const at = address - this.base;
    return at >= 0 && at + size <= this.bytes.length ? at : undefined;
  }
}

/** Where programs begin. */
export const CODE = 0x2000_0000;

/** A core in front of a program in 4 KiB of RAM, its SP at the end. */
export function machine(...halfwords: readonly number[]): { core: Core; ram: Ram } {
  const ram = new Ram(CODE, new Uint8Array(4096));
  halfwords.forEach((halfword, i) => {
    ram.write(CODE + 2 * i, 2, halfword);
  });
  const core = new Core(ram);
  core.registers[13] = CODE + 4096;
  core.registers[15] = CODE;
  return { core, ram };
}
