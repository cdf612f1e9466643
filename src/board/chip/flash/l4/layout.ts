import type { Sector } from "../sectors.ts";

/** One part of the controller: its key, status and control registers. */
interface HalfRegisters {
  readonly key: number;
  readonly status: number;
  readonly control: number;
}

/** What differs between the chips with a controller of the L4's kind. Registers are offsets from its base. */
export interface L4Layout {
  readonly registers: {
    readonly nonSecure: HalfRegisters;
    /** Chips with TrustZone have another half. */
    readonly secure?: HalfRegisters;
    readonly optionKey: number;
    readonly options: number;
    /** Write-protected areas, two for each bank. */
    readonly protection: readonly (readonly number[])[];
  };
  /** What the registers of option bytes hold as the chip is delivered. */
  readonly factory: ReadonlyMap<number, number>;
  /** What is programmed at once, in bytes. */
  readonly cell: 8 | 16;
  /** Bytes, with one bank and with two. */
  readonly pageSize: { readonly single: number; readonly dual: number };
  /** Whether there are two banks, by FLASH_OPTR. */
  isDualBank(options: number): boolean;
  /** The number of a page in the control register, from bit 3 on, and the bit that chooses the bank. */
  readonly pageMask: number;
  readonly bankBit: number;
  /** Of a write-protected area's first and last page. */
  readonly areaMask: number;
}

/** A page: its number in its bank, and where it is. */
export interface Page extends Sector {
  readonly bank: 0 | 1;
  readonly page: number;
}

/** The pages of a flash of `size` bytes. */
export class Pages {
  readonly #size: number;
  readonly #pageSize: L4Layout["pageSize"];

  constructor(size: number, pageSize: L4Layout["pageSize"]) {
    this.#size = size;
    this.#pageSize = pageSize;
  }

  page(bank: 0 | 1, page: number, isDualBank: boolean): Page {
    const length = this.#length(isDualBank);
    const start = isDualBank ? bank * (this.#size / 2) : 0;
    return { bank, page, offset: (start + page * length) % this.#size, length };
  }

  pageAt(offset: number, isDualBank: boolean): Page {
    const half = this.#size / 2;
    const bank = isDualBank && offset >= half ? 1 : 0;
    return this.page(bank, Math.floor((offset - bank * half) / this.#length(isDualBank)), isDualBank);
  }

  ofBank(bank: 0 | 1): Page[] {
    const count = this.#size / 2 / this.#pageSize.dual;
    return Array.from({ length: count }, (_, page) => this.page(bank, page, true));
  }

  all(isDualBank: boolean): Page[] {
    if (isDualBank) return [...this.ofBank(0), ...this.ofBank(1)];
    const count = this.#size / this.#pageSize.single;
    return Array.from({ length: count }, (_, page) => this.page(0, page, false));
  }

  #length(isDualBank: boolean): number {
    return isDualBank ? this.#pageSize.dual : this.#pageSize.single;
  }
}
