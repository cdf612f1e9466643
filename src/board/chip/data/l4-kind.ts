import type { ChipData } from "../family/chip-data.ts";
import type { L4Layout } from "../flash/l4/layout.ts";
import * as layouts from "../flash/l4/layouts.ts";
import type { L4Data } from "../flash/l4/plain.ts";

const KiB = 1024;
const flash = (size: number) => ({ base: 0x0800_0000, size: size * KiB });
const sram = (size: number) => [{ base: 0x2000_0000, size: size * KiB }];
const controller = (layout: L4Layout, base = 0x4002_2000): L4Data => ({ kind: "l4", base, layout });

/** Boot loader, one-time programmable bytes and what the factory wrote, as most of these chips have them. */
const usual = { sizeAt: 0x1fff_75e0, system: [{ base: 0x1fff_0000, size: 0x7800 }] };

const cortexM0plus = {
  core: "m0plus",
  debugPort: { swd: 0x0bc1_1477 },
  accessPort: 0x0477_0031,
} as const;

const cortexM4 = {
  core: "m4",
  debugPort: { swd: 0x2ba0_1477, jtag: 0x4ba0_0477 },
  accessPort: 0x2477_0011,
} as const;

/** Chips with a flash controller of the L4's kind. Sources: the reference manuals' chapters on memory, flash and debug. */
export const l4Kind: readonly ChipData[] = [
  {
    // RM0351
    name: "stm32l476",
    family: "STM32L4",
    ...cortexM4,
    device: { id: 0x1007_6415, base: 0xe004_2000 },
    ram: [...sram(96), { base: 0x1000_0000, size: 32 * KiB }],
    flash: flash(1024),
    controller: controller(layouts.twoBanks),
    ...usual,
  },
  {
    // RM0432: the L4+
    name: "stm32l4r5",
    family: "STM32L4",
    ...cortexM4,
    device: { id: 0x1003_6470, base: 0xe004_2000 },
    ram: sram(640),
    flash: flash(2048),
    controller: controller(layouts.banksByDbank(4 * KiB)),
    ...usual,
  },
  {
    // RM0444
    name: "stm32g071",
    family: "STM32G0",
    ...cortexM0plus,
    device: { id: 0x2000_6460, base: 0x4001_5800 },
    ram: sram(36),
    flash: flash(128),
    controller: controller(layouts.oneBank),
    ...usual,
  },
  {
    // RM0444
    name: "stm32g0b1",
    family: "STM32G0",
    ...cortexM0plus,
    device: { id: 0x1000_6467, base: 0x4001_5800 },
    ram: sram(144),
    flash: flash(512),
    controller: controller(layouts.banksOfG0),
    ...usual,
  },
  {
    // RM0440
    name: "stm32g474",
    family: "STM32G4",
    ...cortexM4,
    device: { id: 0x2003_6469, base: 0xe004_2000 },
    ram: [...sram(96), { base: 0x1000_0000, size: 32 * KiB }],
    flash: flash(512),
    controller: controller(layouts.banksByDbank(2 * KiB)),
    ...usual,
  },
  {
    // RM0434; the second core is off until the first one starts it
    name: "stm32wb55",
    family: "STM32WB",
    ...cortexM4,
    debugPort: { swd: 0x6ba0_2477, jtag: 0x6ba0_0477 },
    device: { id: 0x2001_6495, base: 0xe004_2000 },
    morePorts: [{ index: 1, idr: 0x0477_0031, reach: "off" }],
    ram: sram(256),
    flash: flash(1024),
    controller: controller(layouts.oneBankOf4K, 0x5800_4000),
    ...usual,
  },
  {
    // RM0453
    name: "stm32wl55",
    family: "STM32WL",
    ...cortexM4,
    debugPort: { swd: 0x6ba0_2477, jtag: 0x6ba0_0477 },
    device: { id: 0x1000_6497, base: 0xe004_2000 },
    morePorts: [{ index: 1, idr: 0x0477_0031, reach: "off" }],
    ram: sram(64),
    flash: flash(256),
    controller: controller(layouts.oneBank, 0x5800_4000),
    ...usual,
  },
  {
    // RM0490
    name: "stm32c031",
    family: "STM32C0",
    ...cortexM0plus,
    device: { id: 0x1001_6453, base: 0x4001_5800 },
    ram: sram(12),
    flash: flash(32),
    controller: controller(layouts.oneBank),
    sizeAt: 0x1fff_75a0,
    system: usual.system,
  },
  {
    // RM0503
    name: "stm32u083",
    family: "STM32U0",
    ...cortexM0plus,
    debugPort: { swd: 0x6ba0_2477 },
    device: { id: 0x1000_6489, base: 0x4001_5800 },
    ram: sram(40),
    flash: flash(256),
    controller: controller(layouts.oneBank),
    sizeAt: 0x1fff_6ea0,
    system: usual.system,
  },
  {
    // RM0493; without TrustZone. The core is at the second access port.
    name: "stm32wba52",
    family: "STM32WBA",
    core: "m33",
    debugPort: { swd: 0x6ba0_2477, jtag: 0x6ba0_0477 },
    accessPort: 0x1477_0015,
    corePort: 1,
    morePorts: [{ index: 0, idr: 0x5477_0002, reach: { dbgmcu: 0xe004_4000 } }],
    device: { id: 0x1000_6492, base: 0xe004_4000 },
    ram: sram(128),
    flash: flash(1024),
    controller: controller(layouts.quadWordsInOneBank),
    sizeAt: 0x0bf9_07a0,
    system: [{ base: 0x0bf8_8000, size: 0x9000 }],
  },
  {
    // RM0456; without TrustZone
    name: "stm32u575",
    family: "STM32U5",
    core: "m33",
    debugPort: { swd: 0x0be1_2477, jtag: 0x0ba0_4477 },
    accessPort: 0x1477_0015,
    device: { id: 0x2000_6482, base: 0xe004_4000 },
    ram: sram(768),
    flash: flash(2048),
    controller: controller(layouts.quadWords),
    sizeAt: 0x0bfa_07a0,
    system: [
      { base: 0x0bf9_0000, size: 0x8000 },
      { base: 0x0bfa_0000, size: 0x1000 },
    ],
    ready: [
      {
        // PWR_VOSR: the regulator and its booster are ready when they are asked for.
        ...{ base: 0x4602_0800, size: 0x400 },
        rules: {
          initial: new Map([[0x0c, 0x8000]]),
          bits: [
            { register: 0x0c, on: 16, ready: 15 },
            { register: 0x0c, on: 18, ready: 14 },
          ],
        },
      },
      {
        // RCC: MSIS, HSI16, HSE and PLL1; the clock that is used.
        ...{ base: 0x4602_0c00, size: 0x400 },
        rules: {
          initial: new Map([[0x00, 0x0000_0035]]),
          bits: [
            { register: 0x00, on: 0, ready: 2 },
            { register: 0x00, on: 8, ready: 10 },
            { register: 0x00, on: 16, ready: 17 },
            { register: 0x00, on: 24, ready: 25 },
          ],
          field: { register: 0x1c, from: 0x3, to: 2 },
        },
      },
    ],
  },
];
