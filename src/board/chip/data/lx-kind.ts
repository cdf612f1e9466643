import type { ChipData } from "../family/chip-data.ts";

const KiB = 1024;

const l0 = {
  family: "STM32L0",
  core: "m0plus",
  debugPort: { swd: 0x0bc1_1477 },
  accessPort: 0x0477_0031,
  controller: { kind: "lx", base: 0x4002_2000, pageSize: 128 },
  sizeAt: 0x1ff8_007c,
  system: [
    { base: 0x1ff0_0000, size: 8 * KiB },
    { base: 0x1ff8_0004, size: 0xfc },
  ],
  ready: [
    {
      // RCC: SWS, which clock is used, follows SW, which is asked for.
      ...{ base: 0x4002_1000, size: 0x400 },
      rules: { initial: new Map(), field: { register: 0x0c, from: 0x3, to: 2 } },
    },
  ],
} as const;

const l1 = {
  family: "STM32L1",
  core: "m3",
  debugPort: { swd: 0x2ba0_1477, jtag: 0x4ba0_0477 },
  accessPort: 0x2477_0011,
  controller: { kind: "lx", base: 0x4002_3c00, pageSize: 256 },
  system: [
    { base: 0x1ff0_0000, size: 8 * KiB },
    { base: 0x1ff8_0004, size: 0xfc },
  ],
} as const;

/** Chips with a flash controller of the L0's and the L1's kind. Sources: RM0367, RM0038. */
export const lxKind: readonly ChipData[] = [
  {
    ...l0,
    name: "stm32l053",
    device: { id: 0x1038_6417, base: 0x4001_5800 },
    ram: [{ base: 0x2000_0000, size: 8 * KiB }],
    flash: { base: 0x0800_0000, size: 64 * KiB, erased: 0 },
  },
  {
    // Two banks of 96 KiB
    ...l0,
    name: "stm32l073",
    device: { id: 0x2000_6447, base: 0x4001_5800 },
    ram: [{ base: 0x2000_0000, size: 20 * KiB }],
    flash: { base: 0x0800_0000, size: 192 * KiB, erased: 0 },
  },
  {
    ...l1,
    name: "stm32l152",
    device: { id: 0x1078_6416, base: 0xe004_2000 },
    ram: [{ base: 0x2000_0000, size: 16 * KiB }],
    flash: { base: 0x0800_0000, size: 128 * KiB, erased: 0 },
    sizeAt: 0x1ff8_004c,
  },
  {
    // Two banks of 256 KiB
    ...l1,
    name: "stm32l152xe",
    device: { id: 0x1000_6437, base: 0xe004_2000 },
    ram: [{ base: 0x2000_0000, size: 80 * KiB }],
    flash: { base: 0x0800_0000, size: 512 * KiB, erased: 0 },
    sizeAt: 0x1ff8_00cc,
  },
];
