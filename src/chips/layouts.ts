/**
 * How OpenOCD 0.12.0 lays the STM32 families out in its own configs (`config` names them), by the family's name.
 * IDs are those of Arm's debug ports (ADIv5 DPIDR, JTAG IDCODE), as the reference manuals give them in "Debug support".
 */

import type { BankFact, ChipLayout, TargetFact } from "./layout.ts";

const cpu: readonly TargetFact[] = [{ name: "cpu", type: "cortex_m", options: "" }];
const m0 = { name: "cpu", swdId: 0x0bb1_1477 };
const m0plus = { name: "cpu", swdId: 0x0bc1_1477 };
const m3 = { name: "cpu", jtagId: 0x3ba0_0477, swdId: 0x1ba0_1477 };
const m4 = { name: "cpu", jtagId: 0x4ba0_0477, swdId: 0x2ba0_1477 };
const m33 = { name: "cpu", jtagId: 0x0ba0_4477, swdId: 0x0be1_2477 };
const dpv2 = { name: "cpu", jtagId: 0x6ba0_0477, swdId: 0x6ba0_2477 };
const secondTap = { name: "bs", options: "-irlen 5" };

function flash(base: number, otp?: number): BankFact[] {
  return [{ name: "flash", base }, ...(otp === undefined ? [] : [{ name: "otp", base: otp }])];
}

const secureFlash: readonly BankFact[] = [
  { name: "flash_ns", base: 0x0800_0000 },
  { name: "flash_alias_s", base: 0x0c00_0000 },
  { name: "otp", base: 0x0bfa_0000 },
];

export const LAYOUTS: Readonly<Record<string, ChipLayout>> = {
  STM32F0: { config: "stm32f0x.cfg", tap: m0, targets: cpu, banks: flash(0x0800_0000) },
  STM32F1: {
    config: "stm32f1x.cfg",
    tap: m3,
    secondTap,
    targets: cpu,
    banks: [...flash(0x0800_0000), { name: "flash1", base: 0x0808_0000, variant: "xl" }],
  },
  STM32F2: { config: "stm32f2x.cfg", tap: m4, secondTap, targets: cpu, banks: flash(0, 0x1fff_7800) },
  STM32F3: { config: "stm32f3x.cfg", tap: m4, secondTap, targets: cpu, banks: flash(0) },
  STM32F4: { config: "stm32f4x.cfg", tap: m4, secondTap, targets: cpu, banks: flash(0, 0x1fff_7800) },
  STM32F7: {
    config: "stm32f7x.cfg",
    tap: { name: "cpu", jtagId: 0x5ba0_0477, swdId: 0x5ba0_2477 },
    secondTap,
    targets: cpu,
    banks: [...flash(0, 0x1ff0_f000), { name: "itcm-flash.alias", base: 0x0020_0000, driver: "virtual" }],
  },
  STM32G0: { config: "stm32g0x.cfg", tap: m0plus, targets: cpu, banks: flash(0x0800_0000, 0x1fff_7000) },
  STM32G4: {
    config: "stm32g4x.cfg",
    tap: m4,
    secondTap,
    targets: cpu,
    banks: flash(0x0800_0000, 0x1fff_7000),
  },
  STM32H7: {
    config: "stm32h7x.cfg",
    tap: dpv2,
    secondTap,
    targets: [
      { name: "ap2", type: "mem_ap", options: "-ap-num 2", onDemand: true },
      { name: "cpu0", type: "cortex_m", options: "-ap-num 0" },
    ],
    banks: [
      { name: "bank1.cpu0", base: 0x0800_0000 },
      { name: "bank2.cpu0", base: 0x0810_0000, variant: "dual_bank" },
    ],
  },
  STM32L0: {
    config: "stm32l0.cfg",
    tap: m0plus,
    targets: cpu,
    banks: [...flash(0x0800_0000), { name: "flash1", base: 0, variant: "dual_bank" }],
  },
  STM32L1: {
    config: "stm32l1.cfg",
    tap: m4,
    secondTap,
    targets: cpu,
    banks: [...flash(0x0800_0000), { name: "flash1", base: 0, variant: "dual_bank" }],
  },
  STM32L4: {
    config: "stm32l4x.cfg",
    tap: m4,
    secondTap,
    targets: cpu,
    banks: flash(0x0800_0000, 0x1fff_7000),
  },
  STM32L5: { config: "stm32l5x.cfg", tap: m33, secondTap, targets: cpu, banks: secureFlash },
  STM32MP13: {
    config: "stm32mp13x.cfg",
    tap: { ...dpv2, name: "tap" },
    chipTapId: 0x0650_1041,
    secondTap: { name: "clc.tap", options: "-expected-id $_CLCTAPID -irlen 5" },
    targets: [
      { name: "ap1", type: "mem_ap", options: "-ap-num 1" },
      { name: "axi", type: "mem_ap", options: "-ap-num 0" },
      { name: "cpu", type: "cortex_a", options: "-ap-num 1 -coreid 0 -dbgbase 0xE00D0000" },
    ],
    banks: [],
  },
  STM32MP15: {
    config: "stm32mp15x.cfg",
    tap: { ...dpv2, name: "tap" },
    chipTapId: 0x0650_0041,
    secondTap: { name: "clc.tap", options: "-expected-id $_CLCTAPID -irlen 5" },
    targets: [
      { name: "ap1", type: "mem_ap", options: "-ap-num 1" },
      { name: "ap2", type: "mem_ap", options: "-ap-num 2" },
      { name: "axi", type: "mem_ap", options: "-ap-num 0" },
      { name: "cpu0", type: "cortex_a", options: "-ap-num 1 -coreid 0 -dbgbase 0xE00D0000" },
      { name: "cpu1", type: "cortex_a", options: "-ap-num 1 -coreid 1 -dbgbase 0xE00D2000" },
      { name: "cm4", type: "cortex_m", options: "-ap-num 2 -defer-examine" },
    ],
    banks: [],
  },
  STM32U5: { config: "stm32u5x.cfg", tap: m33, secondTap, targets: cpu, banks: secureFlash },
  STM32W1: {
    config: "stm32w108xx.cfg",
    chipName: "stm32w108",
    tap: m3,
    secondTap: { name: "bs", options: "-irlen 4 -ircapture 0xe -irmask 0xf" },
    targets: cpu,
    banks: [{ name: "flash", base: 0x0800_0000, size: 0x10000 }],
  },
  STM32WB: {
    config: "stm32wbx.cfg",
    tap: dpv2,
    secondTap,
    targets: cpu,
    banks: flash(0x0800_0000, 0x1fff_7000),
  },
  STM32WL: {
    config: "stm32wlx.cfg",
    tap: dpv2,
    secondTap,
    targets: [{ name: "cpu0", type: "cortex_m", options: "" }],
    banks: [
      { name: "flash.cpu0", base: 0x0800_0000 },
      { name: "otp.cpu0", base: 0x1fff_7000 },
    ],
  },
};
