import type { L4Layout } from "./layout.ts";
import { BKER, layoutL5 } from "./layout-l5.ts";

/** A protected area that ends before it begins: none. */
const noArea = 0xff;

const registers: L4Layout["registers"] = {
  nonSecure: { key: 0x08, status: 0x10, control: 0x14 },
  optionKey: 0x0c,
  options: 0x20,
  protection: [
    [0x2c, 0x30],
    [0x4c, 0x50],
  ],
};

/** An option register, and no protected area in either bank. */
function factory(options: number): ReadonlyMap<number, number> {
  return new Map([
    [0x20, options],
    ...[0x2c, 0x30, 0x4c, 0x50].map((register) => [register, noArea] as const),
  ]);
}

const DUALBANK = 1 << 21;
const DBANK = 1 << 22;

/** One bank with pages of 2 KiB: L41 to L46, G03 to G08, G43, C0, U0, WL (RM0394, RM0444, RM0440, RM0453). */
export const oneBank: L4Layout = {
  registers,
  factory: factory(0xffef_f8aa),
  cell: 8,
  pageSize: { single: 2048, dual: 2048 },
  isDualBank: () => false,
  pageMask: 0xff,
  bankBit: BKER,
  areaMask: 0xff,
};

/** One bank with pages of 4 KiB: WB55 and WB35 (RM0434). */
export const oneBankOf4K: L4Layout = { ...oneBank, pageSize: { single: 4096, dual: 4096 } };

/** Two banks with pages of 2 KiB, always: L47, L49 with all their flash (RM0351). */
export const twoBanks: L4Layout = { ...oneBank, isDualBank: () => true };

/** Two banks by DBANK, and pages of twice the size without it: G47 (RM0440), L4R (RM0432). */
export function banksByDbank(dual: number): L4Layout {
  return {
    ...oneBank,
    pageSize: { single: 2 * dual, dual },
    isDualBank: (options) => (options & DBANK) !== 0,
  };
}

/** Two banks by DUAL_BANK, another place for the bank's bit: G0B (RM0444). */
export const banksOfG0: L4Layout = {
  ...oneBank,
  isDualBank: (options) => (options & DUALBANK) !== 0,
  pageMask: 0x3ff,
  bankBit: 1 << 13,
};

/** Quad words, pages of 8 KiB, registers as the L5's non-secure ones: U5 (RM0456), WBA (RM0493). */
export const quadWords: L4Layout = {
  ...layoutL5,
  factory: new Map([
    [0x40, 0x1fef_f8aa],
    ...[0x58, 0x5c, 0x68, 0x6c].map((register) => [register, 0x8000_00ff] as const),
  ]),
  cell: 16,
  pageSize: { single: 8192, dual: 8192 },
  isDualBank: () => true,
  pageMask: 0xff,
  areaMask: 0xff,
};

/** The same with one bank: WBA. */
export const quadWordsInOneBank: L4Layout = { ...quadWords, isDualBank: () => false };
