import type { ChipData } from "../family/chip-data.ts";
import type { F1Data } from "../flash/f1.ts";

const KiB = 1024;
const flash = (size: number) => ({ base: 0x0800_0000, size: size * KiB });
const sram = (size: number) => [{ base: 0x2000_0000, size: size * KiB }];

const controller = (pageSize: number, pagesPerBit: number, hasLevel2: boolean): F1Data => ({
  kind: "f1",
  base: 0x4002_2000,
  pageSize,
  pagesPerBit,
  hasLevel2,
});

/** Chips with a flash controller of the F1's kind. Sources: the reference manuals' chapters on memory, flash and debug. */
export const f1Kind: readonly ChipData[] = [
  {
    // RM0091
    name: "stm32f072",
    family: "STM32F0",
    core: "m0",
    debugPort: { swd: 0x0bb1_1477 },
    accessPort: 0x0477_0021,
    device: { id: 0x2001_6448, base: 0x4001_5800 },
    ram: sram(16),
    flash: flash(128),
    controller: controller(2 * KiB, 2, true),
    sizeAt: 0x1fff_f7cc,
    system: [{ base: 0x1fff_c800, size: 0x3000 }],
  },
  {
    // RM0008, medium density
    name: "stm32f103",
    family: "STM32F1",
    core: "m3",
    debugPort: { swd: 0x1ba0_1477, jtag: 0x3ba0_0477 },
    accessPort: 0x1477_0011,
    device: { id: 0x2003_6410, base: 0xe004_2000 },
    ram: sram(20),
    flash: flash(128),
    controller: controller(KiB, 4, false),
    sizeAt: 0x1fff_f7e0,
    system: [{ base: 0x1fff_f000, size: 0x800 }],
  },
  {
    // RM0008 and PM0068, XL density: two banks
    name: "stm32f103xg",
    family: "STM32F1",
    core: "m3",
    debugPort: { swd: 0x1ba0_1477, jtag: 0x3ba0_0477 },
    accessPort: 0x1477_0011,
    device: { id: 0x1000_6430, base: 0xe004_2000 },
    ram: sram(96),
    flash: flash(1024),
    controller: { ...controller(2 * KiB, 2, false), banks: 2 },
    sizeAt: 0x1fff_f7e0,
    system: [{ base: 0x1fff_e000, size: 0x1800 }],
  },
  {
    // RM0316
    name: "stm32f303",
    family: "STM32F3",
    core: "m4",
    debugPort: { swd: 0x2ba0_1477, jtag: 0x4ba0_0477 },
    accessPort: 0x2477_0011,
    device: { id: 0x1003_6422, base: 0xe004_2000 },
    ram: sram(40),
    flash: flash(256),
    controller: controller(2 * KiB, 2, true),
    sizeAt: 0x1fff_f7cc,
    system: [{ base: 0x1fff_d800, size: 0x2000 }],
  },
];
