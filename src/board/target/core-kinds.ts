/** What differs between the cores, as a debugger sees them. Sources: DDI 0419, DDI 0403, DDI 0553, and the cores' manuals. */

import type { Architecture } from "../cpu/decode.ts";

export interface CoreKind {
  readonly architecture: Architecture;
  readonly cpuid: number;
  /** FP_CTRL without its enable bit, and how many breakpoints there are. */
  readonly fpCtrl: number;
  readonly breakpoints: number;
  /** DWT_CTRL: how many watchpoints there are. */
  readonly dwtCtrl: number;
  /** Other registers that hold the same for good. */
  readonly fixed: ReadonlyMap<number, number>;
  /** Whether the core may be secure (DSCSR, DAUTHSTATUS). */
  readonly hasSecurity: boolean;
  /** Bits that the xPSR has out of reset, which the architecture leaves open. */
  readonly flagsAfterReset: number;
}

const Mvfr0 = 0xe000_ef40;
const Mvfr1 = 0xe000_ef44;
const DwtDevarch = 0xe000_1fbc;

const v6m = {
  architecture: "v6m",
  fpCtrl: 0x40,
  breakpoints: 4,
  dwtCtrl: 0x2000_0000,
  fixed: new Map(),
  hasSecurity: false,
  flagsAfterReset: 0,
} as const satisfies Partial<CoreKind>;

/** Six breakpoints, and two for literals; four watchpoints. */
const v7m = {
  ...v6m,
  architecture: "v7m",
  fpCtrl: 0x260,
  breakpoints: 6,
  dwtCtrl: 0x4000_0000,
} as const satisfies Partial<CoreKind>;

/** Revision 2 of the breakpoint unit, with eight comparators. */
const eightBreakpoints = { fpCtrl: 0x1000_0080, breakpoints: 8 } as const;

const floatingPoint = (mvfr0: number, mvfr1: number) =>
  new Map([
    [Mvfr0, mvfr0],
    [Mvfr1, mvfr1],
  ]);

export const coreKinds = {
  m0: { ...v6m, cpuid: 0x410c_c200 },
  m0plus: { ...v6m, cpuid: 0x410c_c601 },
  m3: { ...v7m, cpuid: 0x411f_c231 },
  m4: { ...v7m, cpuid: 0x410f_c241, fixed: floatingPoint(0x1011_0021, 0x1100_0011) },
  /** With single precision, and with double. */
  m7: {
    ...v7m,
    ...eightBreakpoints,
    cpuid: 0x411f_c271,
    fixed: floatingPoint(0x1011_0021, 0x1100_0011),
  },
  m7double: {
    ...v7m,
    ...eightBreakpoints,
    cpuid: 0x411f_c271,
    fixed: floatingPoint(0x1011_0221, 0x1200_0011),
  },
  /** Cortex-M33 r0p4, as it was seen in an STM32L552. */
  m33: {
    ...v7m,
    ...eightBreakpoints,
    cpuid: 0x410f_d214,
    fixed: new Map([...floatingPoint(0x1011_0021, 0x1100_0011), [DwtDevarch, 0x4770_1a02]]),
    hasSecurity: true,
    flagsAfterReset: 0xf800_0000,
  },
} as const satisfies Record<string, CoreKind>;
