import type { ChipData, PortData } from "../family/chip-data.ts";

const KiB = 1024;

/** The AXI bus, and the debug bus of the chip. */
const ports: readonly PortData[] = [
  { index: 1, idr: 0x8477_0001, reach: "bus" },
  { index: 2, idr: 0x5477_0002, reach: { dbgmcu: 0xe00e_1000 } },
];

const common = {
  family: "STM32H7",
  core: "m7double",
  debugPort: { swd: 0x6ba0_2477, jtag: 0x6ba0_0477 },
  accessPort: 0x8477_0001,
  morePorts: ports,
} as const;

/** Chips with a flash controller of the H7's kind. Sources: RM0433, RM0455, RM0468. */
export const h7Kind: readonly ChipData[] = [
  {
    ...common,
    name: "stm32h743",
    device: { id: 0x2003_6450, base: 0x5c00_1000 },
    ram: [
      { base: 0x2000_0000, size: 128 * KiB },
      { base: 0x2400_0000, size: 512 * KiB },
      { base: 0x3000_0000, size: 288 * KiB },
      { base: 0x3800_0000, size: 64 * KiB },
      { base: 0x0000_0000, size: 64 * KiB },
    ],
    flash: { base: 0x0800_0000, size: 2048 * KiB },
    controller: {
      ...{ kind: "h7", base: 0x5200_2000, sectorSize: 128 * KiB, banks: 2, cell: 32 },
      ...{ startBit: 7, sectorShift: 8, sectorsPerBit: 1 },
    },
    sizeAt: 0x1ff1_e880,
    system: [{ base: 0x1ff0_0000, size: 0x2_0000 }],
  },
  {
    ...common,
    name: "stm32h723",
    device: { id: 0x1001_6483, base: 0x5c00_1000 },
    ram: [
      { base: 0x2000_0000, size: 128 * KiB },
      { base: 0x2400_0000, size: 320 * KiB },
      { base: 0x3000_0000, size: 32 * KiB },
      { base: 0x3800_0000, size: 16 * KiB },
      { base: 0x0000_0000, size: 64 * KiB },
    ],
    flash: { base: 0x0800_0000, size: 1024 * KiB },
    controller: {
      ...{ kind: "h7", base: 0x5200_2000, sectorSize: 128 * KiB, banks: 1, cell: 32 },
      ...{ startBit: 7, sectorShift: 8, sectorsPerBit: 1 },
    },
    sizeAt: 0x1ff1_e880,
    system: [{ base: 0x1ff0_0000, size: 0x2_0000 }],
  },
  {
    ...common,
    name: "stm32h7a3",
    device: { id: 0x1001_6480, base: 0x5c00_1000 },
    ram: [
      { base: 0x2000_0000, size: 128 * KiB },
      { base: 0x2400_0000, size: 1024 * KiB },
      { base: 0x3000_0000, size: 128 * KiB },
      { base: 0x3800_0000, size: 32 * KiB },
      { base: 0x0000_0000, size: 64 * KiB },
    ],
    flash: { base: 0x0800_0000, size: 2048 * KiB },
    controller: {
      ...{ kind: "h7", base: 0x5200_2000, sectorSize: 8 * KiB, banks: 2, cell: 16 },
      ...{ startBit: 5, sectorShift: 6, sectorsPerBit: 4 },
    },
    sizeAt: 0x08ff_f80c,
    system: [{ base: 0x08ff_f000, size: 0x1000 }],
  },
];
