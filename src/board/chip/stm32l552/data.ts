/** Facts of the STM32L552. Sources: RM0438 Rev 7 (memory map: 2.3; the chapters named below), and a chip's own values. */

import type { ReadyBit } from "../ready-registers.ts";

export const flashBase = 0x0800_0000;
export const flashSize = 512 * 1024;

/** Added to an address, it names the same place for secure accesses. */
export const secureOffset = 0x1000_0000;
export const secureFlashBase = 0x0c00_0000;

/** SRAM1 and SRAM2 are adjacent. Both are also mapped into the code region. */
export const ramBase = 0x2000_0000;
export const ramCodeBase = 0x0a00_0000;
export const ramSize = 256 * 1024;
/** SRAM2 cannot be looked into at read-out protection level 1. */
export const sram2Offset = 192 * 1024;

/** One-time programmable bytes, then what the factory wrote (chapter 56): all from 0x0BFA0000 on. */
export const factoryBase = 0x0bfa_0000;
export const factorySize = 2048;
/** Offsets of unique device id, flash size in KiB, and package. */
export const factoryWords: readonly (readonly [offset: number, value: number])[] = [
  [0x500, 0x0000_000a],
  [0x590, 0x0031_0041],
  [0x594, 0x3236_5010],
  [0x598, 0x2034_3736],
  [0x5e0, 0xffff_0000 | (flashSize / 1024)],
];

/** The boot loader's memory. What ST wrote there is not part of this. */
export const systemMemoryBase = 0x0bf9_0000;
export const systemMemorySize = 32 * 1024;

export const peripherals = { base: 0x4000_0000, size: 0x1000_0000 };
export const pwr = { base: 0x4000_7000, size: 0x400 };
export const rcc = { base: 0x4002_1000, size: 0x400 };
export const flashController = { base: 0x4002_2000, size: 0x400 };
/** In the private peripheral bus, and the chip's own. */
export const dbgmcu = { base: 0xe004_4000, size: 0x400 };

/** DBGMCU_IDCODE: device 0x472, revision 0x2001. */
export const dbgmcuInitial: ReadonlyMap<number, number> = new Map([[0x00, 0x2001_6472]]);

/** RCC (chapter 9): MSI runs at 4 MHz. */
export const rccInitial: ReadonlyMap<number, number> = new Map([
  [0x00, 0x0000_0063],
  [0x04, 0x4062_0000],
  [0x48, 0x0000_1300],
  [0x94, 0x0c00_0600],
]);

/** Clocks in RCC_CR, RCC_BDCR, RCC_CSR and RCC_CRRCR: MSI, HSI16, HSE, the PLLs; LSE; LSI; HSI48. */
export const rccReady: readonly ReadyBit[] = [
  { register: 0x00, on: 0, ready: 1 },
  { register: 0x00, on: 8, ready: 10 },
  { register: 0x00, on: 16, ready: 17 },
  { register: 0x00, on: 24, ready: 25 },
  { register: 0x00, on: 26, ready: 27 },
  { register: 0x00, on: 28, ready: 29 },
  { register: 0x90, on: 0, ready: 1 },
  { register: 0x94, on: 0, ready: 1 },
  { register: 0x98, on: 0, ready: 1 },
];

/** RCC_CFGR: SWS, which clock is used, follows SW, which is asked for. */
export const rccSwitch = { register: 0x08, from: 0x3, to: 2 };

/** PWR (chapter 8): PWR_CR1 asks for voltage range 2. PWR_SR2 is all 0: VOSF says that the regulator is ready. */
export const pwrInitial: ReadonlyMap<number, number> = new Map([[0x00, 0x0000_0400]]);
export const pwrReadOnly = [0x10, 0x14];

/** The debug port (chapter 52), and its access port to the system bus. */
export const debugPort = { swd: 0x0be1_2477, jtag: 0x0ba0_4477, target: 0x0472_0041 };
export const accessPort = { idr: 0x1477_0015, base: 0xe00f_e003 };
