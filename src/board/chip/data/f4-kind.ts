import type { ChipData } from "../family/chip-data.ts";
import { type F4Data, growingSectors } from "../flash/f4.ts";

const KiB = 1024;
const MiB = 1024 * KiB;
const dbgmcu = 0xe004_2000;

const controller = (sectors: readonly number[], options: readonly [number, number]): F4Data => ({
  kind: "f4",
  base: 0x4002_3c00,
  sectors,
  options,
});

/** Chips with a flash controller of the F4's kind. Sources: the reference manuals' chapters on memory, flash and debug. */
export const f4Kind: readonly ChipData[] = [
  {
    // RM0033, PM0059
    name: "stm32f207",
    family: "STM32F2",
    core: "m3",
    debugPort: { swd: 0x2ba0_1477, jtag: 0x4ba0_0477 },
    accessPort: 0x2477_0011,
    device: { id: 0x2001_6411, base: dbgmcu },
    ram: [{ base: 0x2000_0000, size: 128 * KiB }],
    flash: { base: 0x0800_0000, size: MiB },
    controller: controller(growingSectors(MiB, 128 * KiB), [0x0fff_aaed, 0]),
    sizeAt: 0x1fff_7a22,
    system: [{ base: 0x1fff_0000, size: 0x7a30 }],
  },
  {
    // RM0090
    name: "stm32f407",
    family: "STM32F4",
    core: "m4",
    debugPort: { swd: 0x2ba0_1477, jtag: 0x4ba0_0477 },
    accessPort: 0x2477_0011,
    device: { id: 0x1007_6413, base: dbgmcu },
    ram: [
      { base: 0x2000_0000, size: 128 * KiB },
      { base: 0x1000_0000, size: 64 * KiB },
    ],
    flash: { base: 0x0800_0000, size: MiB },
    controller: controller(growingSectors(MiB, 128 * KiB), [0x0fff_aaed, 0x0fff_0000]),
    sizeAt: 0x1fff_7a22,
    system: [{ base: 0x1fff_0000, size: 0x7a30 }],
  },
  {
    // RM0090; two banks of the F407's sectors each
    name: "stm32f429",
    family: "STM32F4",
    core: "m4",
    debugPort: { swd: 0x2ba0_1477, jtag: 0x4ba0_0477 },
    accessPort: 0x2477_0011,
    device: { id: 0x2003_6419, base: dbgmcu },
    ram: [
      { base: 0x2000_0000, size: 192 * KiB },
      { base: 0x1000_0000, size: 64 * KiB },
    ],
    flash: { base: 0x0800_0000, size: 2 * MiB },
    controller: {
      ...controller(
        [...growingSectors(MiB, 128 * KiB), ...growingSectors(MiB, 128 * KiB)],
        [0x0fff_aaed, 0x0fff_0000],
      ),
      isDualBank: true,
    },
    sizeAt: 0x1fff_7a22,
    system: [{ base: 0x1fff_0000, size: 0x7a30 }],
  },
  {
    // RM0385
    name: "stm32f746",
    family: "STM32F7",
    core: "m7",
    debugPort: { swd: 0x5ba0_2477, jtag: 0x5ba0_0477 },
    accessPort: 0x7477_0001,
    device: { id: 0x1001_6449, base: dbgmcu },
    ram: [
      { base: 0x2000_0000, size: 320 * KiB },
      { base: 0x0000_0000, size: 16 * KiB },
    ],
    flash: { base: 0x0800_0000, size: MiB, aliases: [0x0020_0000] },
    controller: controller(growingSectors(MiB, 256 * KiB), [0xc0ff_aafd, 0x0040_0080]),
    sizeAt: 0x1ff0_f442,
    system: [
      { base: 0x1ff0_0000, size: 0xedc0 },
      { base: 0x1ff0_f000, size: 0x500 },
    ],
  },
  {
    // RM0410; nDBANK is clear: two banks
    name: "stm32f767",
    family: "STM32F7",
    core: "m7double",
    debugPort: { swd: 0x5ba0_2477, jtag: 0x5ba0_0477 },
    accessPort: 0x7477_0001,
    device: { id: 0x1001_6451, base: dbgmcu },
    ram: [
      { base: 0x2000_0000, size: 512 * KiB },
      { base: 0x0000_0000, size: 16 * KiB },
    ],
    flash: { base: 0x0800_0000, size: 2 * MiB, aliases: [0x0020_0000] },
    controller: {
      ...controller(
        [...growingSectors(MiB, 128 * KiB), ...growingSectors(MiB, 128 * KiB)],
        [0xdfff_aafd, 0x0040_0080],
      ),
      isDualBank: true,
    },
    sizeAt: 0x1ff0_f442,
    system: [
      { base: 0x1ff0_0000, size: 0xedc0 },
      { base: 0x1ff0_f000, size: 0x500 },
    ],
  },
];
