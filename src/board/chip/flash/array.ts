import { peek, poke } from "../memory-map.ts";

/** A page of flash: its number in its bank, and where it lies. */
export interface Page {
  readonly bank: 0 | 1;
  readonly page: number;
  /** From the beginning of the flash, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/** Pages of 2 KiB in two banks, or of 4 KiB in one (RM0438 Rev 7, 7.3.1). */
const dualBankPage = 2048;

/** The memory itself: cells that are set when erased, and cleared by programming. */
export class FlashArray {
  readonly bytes: Uint8Array;
  /** Where it begins for a non-secure access. */
  readonly base: number;
  readonly #stuck: ReadonlySet<number>;

  /** `stuckWords`: addresses in double words that keep a bit clear when erased. */
  constructor(size: number, base: number, stuckWords: readonly number[] = []) {
    this.bytes = new Uint8Array(size).fill(0xff);
    this.base = base;
    this.#stuck = new Set(stuckWords.map((address) => (address - base) & ~7));
  }

  page(bank: 0 | 1, page: number, isDualBank: boolean): Page {
    const length = isDualBank ? dualBankPage : 2 * dualBankPage;
    const start = isDualBank ? bank * (this.bytes.length / 2) : 0;
    return { bank, page, offset: (start + page * length) % this.bytes.length, length };
  }

  pageAt(offset: number, isDualBank: boolean): Page {
    const half = this.bytes.length / 2;
    const length = isDualBank ? dualBankPage : 2 * dualBankPage;
    const bank = isDualBank && offset >= half ? 1 : 0;
    return this.page(bank, Math.floor((offset - bank * half) / length), isDualBank);
  }

  pagesOf(bank: 0 | 1): Page[] {
    const count = this.bytes.length / 2 / dualBankPage;
    return Array.from({ length: count }, (_, page) => this.page(bank, page, true));
  }

  allPages(isDualBank: boolean): Page[] {
    if (isDualBank) return [...this.pagesOf(0), ...this.pagesOf(1)];
    const count = this.bytes.length / (2 * dualBankPage);
    return Array.from({ length: count }, (_, page) => this.page(0, page, false));
  }

  erase(offset: number, length: number): void {
    this.bytes.fill(0xff, offset, offset + length);
    for (const word of this.#stuck) {
      if (word >= offset && word < offset + length) this.bytes[word] = 0xfe;
    }
  }

  /** Whether the double word there is all ones. */
  isErased(offset: number): boolean {
    return peek(this.bytes, offset, 4) === 0xffff_ffff && peek(this.bytes, offset + 4, 4) === 0xffff_ffff;
  }

  program(offset: number, low: number, high: number): void {
    poke(this.bytes, offset, 4, low);
    poke(this.bytes, offset + 4, 4, high);
  }
}
