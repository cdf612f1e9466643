import type { Size } from "../../cpu/bus.ts";
import { peek, poke } from "../memory-map.ts";
import type { RdpLevel } from "./flash-controller.ts";

/** Eight bytes, each followed by its complement: RDP, USER, two of data, four of write protection. */
const bytesInAll = 16;

/** The option bytes of the STM32F0, F1 and F3, which are programmed as half words (PM0075, 2.2; RM0091, chapter 4). */
export class F1Options {
  readonly bytes = new Uint8Array(bytesInAll);
  readonly #open: number;
  readonly #hasLevel2: boolean;
  #loaded = new Uint8Array(bytesInAll);

  /** `open`: what RDP is without a protection; `hasLevel2`: whether 0xCC is for good. */
  constructor(open: number, hasLevel2: boolean) {
    this.#open = open;
    this.#hasLevel2 = hasLevel2;
    this.#store([open, ...new Array<number>(7).fill(0xff)]);
    this.load();
  }

  /** Stores a protection as a programmer at the factory would: `bits` of write protection are clear where it is. */
  preset(level: RdpLevel, bits: number): void {
    const rdp = { 0: this.#open, 0.5: 0, 1: 0, 2: 0xcc }[level];
    this.#store([rdp, 0xff, 0xff, 0xff, ...[0, 8, 16, 24].map((shift) => (bits >>> shift) & 0xff)]);
    this.load();
  }

  /** Puts what is stored into effect. */
  load(): void {
    this.#loaded = this.bytes.slice();
  }

  erase(): void {
    this.bytes.fill(0xff);
  }

  read(offset: number, size: Size): number {
    return peek(this.bytes, offset, size);
  }

  /** Programs one byte; the controller makes its complement itself. False where it is not erased. */
  program(offset: number, value: number): boolean {
    if (peek(this.bytes, offset, 2) !== 0xffff) return false;
    poke(this.bytes, offset, 2, withComplement(value & 0xff));
    return true;
  }

  get rdp(): RdpLevel {
    return this.#levelIn(this.#loaded);
  }

  /** What is stored, and will be in effect after the next reset. */
  get storedRdp(): RdpLevel {
    return this.#levelIn(this.bytes);
  }

  /** As FLASH_WRPR has it: a bit that is clear protects. */
  get writeProtection(): number {
    return [8, 10, 12, 14].reduce((bits, at, index) => bits | (this.#loaded[at]! << (8 * index)), 0) >>> 0;
  }

  #levelIn(bytes: Uint8Array): RdpLevel {
    const [value, complement] = [bytes[0]!, bytes[1]!];
    if (value === this.#open && complement === (~value & 0xff)) return 0;
    return this.#hasLevel2 && value === 0xcc ? 2 : 1;
  }

  #store(values: readonly number[]): void {
    for (const [index, value] of values.entries()) poke(this.bytes, 2 * index, 2, withComplement(value));
  }
}

function withComplement(value: number): number {
  return value | ((~value & 0xff) << 8);
}
