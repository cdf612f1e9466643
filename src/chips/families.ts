/**
 * The STM32 families, as data. Bases and default sizes of work areas are those of OpenOCD's own configs,
 * of 0.12.0 unless `source` says otherwise; DBGMCU addresses those of its flash drivers; RAM sizes of the
 * smallest and the largest members are from ST's reference manuals and datasheets.
 */

import { before, bitOf, idsOf, type ReleaseId, since } from "../openocd/data/releases.ts";
import type { ChipFamily } from "./family.ts";

type Drivers = ChipFamily["flashDriver"];

/** The same driver in the releases of a mask, or in all. */
function driver(name: string, releases = since("0.10.0")): Drivers {
  return Object.fromEntries(idsOf(releases).map((id) => [id, name]));
}

/** ST's releases have drivers for some chips before upstream has. */
const only = (...ids: readonly ReleaseId[]) => ids.reduce((mask, id) => mask | bitOf(id), 0);
const SINCE_0_11 = since("st-1.6.0");
const OF_G0_G4_WB = since("st-1.3.0");
const OF_H5 = only("st-1.12.0", "st-1.13.0");

/** Facts per family, ordered by name. */
export const FAMILIES: readonly ChipFamily[] = [
  {
    name: "STM32C0",
    stems: ["c0"],
    ram: { base: 0x2000_0000, size: 6 * 1024, most: 30 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x", since("st-1.9.0") & ~bitOf("0.12.0")),
    dbgmcuIdcode: 0x4001_5800,
    workAreaSize: 0x1800,
    source: "RM0490 (STM32C011); OpenOCD master, target/stm32c0x.cfg; not in 0.12.0",
  },
  {
    name: "STM32F0",
    stems: ["f0"],
    ram: { base: 0x2000_0000, size: 4 * 1024, most: 32 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32f1x"),
    dbgmcuIdcode: 0x4001_5800,
    workAreaSize: 0x1000,
    source: "RM0360, RM0091 (STM32F030x4); OpenOCD 0.12.0, target/stm32f0x.cfg",
  },
  {
    name: "STM32F1",
    stems: ["f1", "xl"],
    ram: { base: 0x2000_0000, size: 4 * 1024, most: 96 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32f1x"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x1000,
    source: "RM0008, RM0041 (STM32F100x4); OpenOCD 0.12.0, target/stm32f1x.cfg",
  },
  {
    name: "STM32F2",
    stems: ["f2"],
    ram: { base: 0x2000_0000, size: 64 * 1024, most: 128 * 1024, what: "SRAM1 and SRAM2" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32f2x"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x10000,
    source: "RM0033 (STM32F205xB); OpenOCD 0.12.0, target/stm32f2x.cfg",
  },
  {
    name: "STM32F3",
    stems: ["f3"],
    ram: { base: 0x2000_0000, size: 12 * 1024, most: 64 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32f1x"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x4000,
    source:
      "RM0316, RM0364 (STM32F303x6, STM32F334: 12 KB of SRAM, the rest is CCM at 0x10000000); " +
      "OpenOCD 0.12.0, target/stm32f3x.cfg, whose default is more than those have",
  },
  {
    name: "STM32F4",
    stems: ["f4"],
    ram: { base: 0x2000_0000, size: 32 * 1024, most: 320 * 1024, what: "SRAM1" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32f2x"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x8000,
    source: "RM0401 (STM32F410); OpenOCD 0.12.0, target/stm32f4x.cfg",
  },
  {
    name: "STM32F7",
    stems: ["f7"],
    ram: { base: 0x2000_0000, size: 256 * 1024, most: 512 * 1024, what: "DTCM, SRAM1 and SRAM2" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32f2x"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x20000,
    source: "RM0431 (STM32F72x: 64 KB of DTCM, SRAM following at once); OpenOCD 0.12.0, target/stm32f7x.cfg",
  },
  {
    name: "STM32G0",
    stems: ["g0"],
    ram: { base: 0x2000_0000, size: 8 * 1024, most: 144 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x", OF_G0_G4_WB),
    dbgmcuIdcode: 0x4001_5800,
    workAreaSize: 0x1000,
    source: "RM0444, RM0454 (STM32G030); OpenOCD 0.12.0, target/stm32g0x.cfg",
  },
  {
    name: "STM32G4",
    stems: ["g4"],
    ram: { base: 0x2000_0000, size: 16 * 1024, most: 128 * 1024, what: "SRAM1" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x", OF_G0_G4_WB),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x4000,
    source: "RM0440 (STM32G431); OpenOCD 0.12.0, target/stm32g4x.cfg",
  },
  {
    name: "STM32H5",
    stems: ["h5"],
    ram: { base: 0x2000_0000, size: 32 * 1024, most: 640 * 1024, what: "SRAM1 and SRAM2" },
    secureAlias: 0x3000_0000,
    flash: { base: 0x0800_0000, secureBase: 0x0c00_0000 },
    flashDriver: driver("stm32h5x", OF_H5),
    dbgmcuIdcode: 0xe004_4000,
    workAreaSize: 0x8000,
    source:
      "RM0481, RM0492 (STM32H503, the smallest, which has no TrustZone); ST's fork, target/stm32h5x.cfg; " +
      "not in upstream",
  },
  {
    name: "STM32H7",
    stems: ["h7"],
    not: ["h7r", "h7s"],
    ram: { base: 0x2000_0000, size: 128 * 1024, most: 128 * 1024, what: "DTCM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32h7x", since("st-1.0.0")),
    dbgmcuIdcode: 0x5c00_1000,
    workAreaSize: 0x10000,
    source: "RM0433, RM0399, RM0455, RM0468; OpenOCD 0.12.0, target/stm32h7x.cfg (core 1 of two: 0x38000000)",
  },
  {
    name: "STM32L0",
    stems: ["l0"],
    ram: { base: 0x2000_0000, size: 2 * 1024, most: 20 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32lx"),
    dbgmcuIdcode: 0x4001_5800,
    workAreaSize: 0x800,
    source: "RM0377, RM0451 (STM32L011, STM32L010x4); OpenOCD 0.12.0, target/stm32l0.cfg",
  },
  {
    name: "STM32L1",
    stems: ["l1"],
    ram: { base: 0x2000_0000, size: 4 * 1024, most: 80 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32lx"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x2800,
    source: "RM0038 (STM32L100x6); OpenOCD 0.12.0, target/stm32l1.cfg, whose default is more than that has",
  },
  {
    name: "STM32L4",
    stems: ["l4"],
    ram: { base: 0x2000_0000, size: 40 * 1024, most: 640 * 1024, what: "SRAM1 and SRAM2" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x"),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0xa000,
    source: "RM0394 (STM32L412); OpenOCD 0.12.0, target/stm32l4x.cfg",
  },
  {
    name: "STM32L5",
    stems: ["l5"],
    ram: { base: 0x2000_0000, size: 192 * 1024, most: 256 * 1024, what: "SRAM1" },
    secureAlias: 0x3000_0000,
    flash: { base: 0x0800_0000, secureBase: 0x0c00_0000 },
    flashDriver: {
      ...driver("stm32l5x", since("st-1.0.0") & before("st-1.6.0")),
      ...driver("stm32l4x", SINCE_0_11),
    },
    dbgmcuIdcode: 0xe004_4000,
    workAreaSize: 0x10000,
    source: "RM0438; OpenOCD 0.12.0, target/stm32x5x_common.cfg",
  },
  {
    name: "STM32MP13",
    stems: ["mp13"],
    ram: { base: 0x2ffe_0000, size: 128 * 1024, most: 128 * 1024, what: "SYSRAM" },
    flashDriver: {},
    dbgmcuIdcode: 0x5008_1000,
    workAreaSize: 0,
    source: "RM0475; OpenOCD 0.12.0, target/stm32mp13x.cfg, which sets no work area",
  },
  {
    name: "STM32MP15",
    stems: ["mp15"],
    ram: { base: 0x2ffc_0000, size: 256 * 1024, most: 256 * 1024, what: "SYSRAM" },
    flashDriver: {},
    dbgmcuIdcode: 0x5008_1000,
    workAreaSize: 0,
    source: "RM0436; OpenOCD 0.12.0, target/stm32mp15x.cfg, which sets no work area",
  },
  {
    name: "STM32U0",
    stems: ["u0"],
    ram: { base: 0x2000_0000, size: 12 * 1024, most: 40 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x", since("master")),
    dbgmcuIdcode: 0x4001_5800,
    workAreaSize: 0x1000,
    source: "RM0503 (STM32U031); OpenOCD master, target/stm32u0x.cfg; not in 0.12.0",
  },
  {
    name: "STM32U5",
    stems: ["u5"],
    ram: { base: 0x2000_0000, size: 192 * 1024, most: 3008 * 1024, what: "SRAM1" },
    secureAlias: 0x3000_0000,
    flash: { base: 0x0800_0000, secureBase: 0x0c00_0000 },
    flashDriver: driver("stm32l4x", since("st-1.7.0") & ~bitOf("0.11.0")),
    dbgmcuIdcode: 0xe004_4000,
    workAreaSize: 0x10000,
    source: "RM0456 (STM32U535); OpenOCD 0.12.0, target/stm32x5x_common.cfg",
  },
  {
    name: "STM32W1",
    stems: ["w1"],
    ram: { base: 0x2000_0000, size: 8 * 1024, most: 16 * 1024, what: "SRAM" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("em357"),
    workAreaSize: 0x2000,
    source: "datasheet of the STM32W108C8; OpenOCD 0.12.0, target/stm32w108xx.cfg; no DBGMCU known",
  },
  {
    name: "STM32WB",
    stems: ["wb"],
    not: ["wb0"],
    ram: { base: 0x2000_0000, size: 12 * 1024, most: 256 * 1024, what: "SRAM1" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x", OF_G0_G4_WB),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x10000,
    source:
      "RM0473, RM0478 (STM32WB15, STM32WB10); OpenOCD 0.12.0, target/stm32wbx.cfg, " +
      "whose default suits the STM32WB5x and is more than WB1x and WB3x have",
  },
  {
    name: "STM32WBA",
    stems: ["wba"],
    ram: { base: 0x2000_0000, size: 64 * 1024, most: 512 * 1024, what: "SRAM1" },
    secureAlias: 0x3000_0000,
    flash: { base: 0x0800_0000, secureBase: 0x0c00_0000 },
    flashDriver: driver("stm32l4x", OF_H5 | since("master")),
    dbgmcuIdcode: 0xe004_4000,
    workAreaSize: 0x10000,
    source: "RM0493 (STM32WBA52); ST's fork, target/stm32wbax.cfg; not in 0.12.0",
  },
  {
    name: "STM32WL",
    stems: ["wl"],
    not: ["wl3"],
    ram: { base: 0x2000_8000, size: 32 * 1024, most: 32 * 1024, what: "SRAM2" },
    flash: { base: 0x0800_0000 },
    flashDriver: driver("stm32l4x", since("st-1.4.0")),
    dbgmcuIdcode: 0xe004_2000,
    workAreaSize: 0x2000,
    source:
      "RM0453, RM0461 (STM32WL5x, STM32WLExC); how the 20 KB of the STM32WLEx8 are laid out is not known here; " +
      "OpenOCD 0.12.0, target/stm32wlx.cfg",
  },
];
