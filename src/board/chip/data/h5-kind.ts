import type { ChipData } from "../family/chip-data.ts";

const KiB = 1024;

const common = {
  family: "STM32H5",
  core: "m33",
  debugPort: { swd: 0x0be1_2477, jtag: 0x0ba0_4477 },
  accessPort: 0x1477_0015,
  corePort: 1,
  morePorts: [{ index: 0, idr: 0x5477_0002, reach: { dbgmcu: 0xe004_4000 } }],
  sizeAt: 0x08ff_f80c,
  system: [{ base: 0x08ff_f000, size: 4 * KiB }],
} as const;

/** Chips with a flash controller of the H5's kind. Sources: RM0481, RM0492; without TrustZone. */
export const h5Kind: readonly ChipData[] = [
  {
    ...common,
    name: "stm32h563",
    device: { id: 0x1007_6484, base: 0x4402_4000 },
    ram: [{ base: 0x2000_0000, size: 640 * KiB }],
    flash: { base: 0x0800_0000, size: 2048 * KiB },
    controller: { kind: "h5", base: 0x4002_2000, sectorsPerBit: 4 },
  },
  {
    ...common,
    name: "stm32h503",
    device: { id: 0x1001_6474, base: 0x4402_4000 },
    ram: [{ base: 0x2000_0000, size: 32 * KiB }],
    flash: { base: 0x0800_0000, size: 128 * KiB },
    controller: { kind: "h5", base: 0x4002_2000, sectorsPerBit: 1 },
  },
];
