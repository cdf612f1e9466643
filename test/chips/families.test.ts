import { describe, expect, test } from "vitest";
import { FAMILIES, familyOf, familyOfDriver, flashDriverOf, workAreaOf } from "../../src/chips/index.ts";
import { FLASH_DRIVERS } from "../../src/openocd/data/flash-drivers.ts";
import { RELEASES } from "../../src/openocd/data/releases.ts";
import { has, releasesWith } from "../../src/openocd/data/table.ts";

describe("familyOf", () => {
  test.each([
    ["stm32l5x", "STM32L5"],
    ["stm32l5", "STM32L5"],
    ["STM32L552ZETxQ", "STM32L5"],
    ["stm32l5x.cpu", "STM32L5"],
    ["target/stm32l5x.cfg", "STM32L5"],
    ["C:\\scripts\\target\\stm32l5x.cfg", "STM32L5"],
    ["stm32h7x_dual_bank", "STM32H7"],
    ["stm32l1x_dual_bank", "STM32L1"],
    ["stm32l0_dual_bank", "STM32L0"],
    ["stm32f1x", "STM32F1"],
    ["stm32xl", "STM32F1"],
    ["stm32w108xx", "STM32W1"],
    ["stm32wbx", "STM32WB"],
    ["STM32WB55RG", "STM32WB"],
    ["STM32WBA52CG", "STM32WBA"],
    ["stm32wlx", "STM32WL"],
    ["STM32WLE5JC", "STM32WL"],
    ["stm32mp13x", "STM32MP13"],
    ["stm32mp15x", "STM32MP15"],
    ["stm32u5x", "STM32U5"],
    ["em357", "STM32W1"],
  ])("%s is %s", (name, family) => {
    expect(familyOf(name)?.name).toBe(family);
  });

  test.each([
    "",
    "stm32",
    "stm32x5x_common",
    "stm32lx",
    "stm32mp1",
    "STM32H7S7",
    "STM32WB09",
    "STM32WL33",
    "nrf52",
    "stm8l",
  ])("%o is none", (name) => {
    expect(familyOf(name)).toBeUndefined();
  });
});

test("familyOfDriver", () => {
  expect(familyOfDriver("stm32l5x")?.name).toBe("STM32L5");
  expect(familyOfDriver("stm32h7x")?.name).toBe("STM32H7");
  expect(familyOfDriver("stm32h5x")?.name).toBe("STM32H5");
  for (const shared of ["stm32l4x", "stm32f1x", "stm32f2x", "stm32lx", "nrf5"]) {
    expect(familyOfDriver(shared)).toBeUndefined();
  }
});

test("the STM32L5", () => {
  const l5 = familyOf("stm32l5x")!;
  const own = releasesWith(FLASH_DRIVERS, "stm32l5x");
  for (const { id } of RELEASES) {
    const successor = id === "0.10.0" ? undefined : "stm32l4x";
    expect(flashDriverOf(l5, id)).toBe(own.includes(id) ? "stm32l5x" : successor);
  }
  expect(workAreaOf(l5)).toEqual({ phys: 0x2000_0000, size: 0x10000 });
  expect(l5).toMatchObject({
    secureAlias: 0x3000_0000,
    flash: { base: 0x0800_0000, secureBase: 0x0c00_0000 },
  });
});

// The work areas that OpenOCD 0.12.0's own configs set, as `TARGET cget` of the program reports them.
test.each([
  ["stm32f0x", 0x2000_0000, 0x1000],
  ["stm32f1x", 0x2000_0000, 0x1000],
  ["stm32f2x", 0x2000_0000, 0x10000],
  ["stm32f3x", 0x2000_0000, 0x4000],
  ["stm32f4x", 0x2000_0000, 0x8000],
  ["stm32f7x", 0x2000_0000, 0x20000],
  ["stm32g0x", 0x2000_0000, 0x1000],
  ["stm32g4x", 0x2000_0000, 0x4000],
  ["stm32h7x", 0x2000_0000, 0x10000],
  ["stm32l0", 0x2000_0000, 0x800],
  ["stm32l1", 0x2000_0000, 0x2800],
  ["stm32l4x", 0x2000_0000, 0xa000],
  ["stm32l5x", 0x2000_0000, 0x10000],
  ["stm32u5x", 0x2000_0000, 0x10000],
  ["stm32w108xx", 0x2000_0000, 0x2000],
  ["stm32wbx", 0x2000_0000, 0x10000],
  ["stm32wlx", 0x2000_8000, 0x2000],
])("%s has OpenOCD's own work area", (config, phys, size) => {
  const family = familyOf(config)!;
  expect([family.ram.base, family.workAreaSize]).toEqual([phys, size]);
});

test("OpenOCD's default fits the smallest member, save for three families", () => {
  const tooLarge = FAMILIES.filter(({ workAreaSize, ram }) => workAreaSize > ram.size);
  expect(tooLarge.map(({ name }) => name)).toEqual(["STM32F3", "STM32L1", "STM32WB"]);
});

describe.each(FAMILIES.map((family) => [family.name, family] as const))("%s", (name, family) => {
  test("is found by its own name", () => {
    expect(familyOf(name)).toBe(family);
    for (const stem of family.stems) expect(familyOf(`stm32${stem}`)).toBe(family);
  });

  test("has numbers that agree with each other", () => {
    const { ram, secureAlias, flash, workAreaSize } = family;
    expect(ram.size).toBeGreaterThan(0);
    expect(ram.most).toBeGreaterThanOrEqual(Math.max(ram.size, workAreaSize));
    expect(ram.base % 0x1000).toBe(0);
    if (secureAlias !== undefined) {
      expect(secureAlias).toBe(ram.base + 0x1000_0000);
      expect(flash?.secureBase).toBe(0x0c00_0000);
    }
    const area = workAreaOf(family);
    if (area) expect(area.phys + area.size).toBeLessThanOrEqual(ram.base + ram.size);
  });

  test("names flash drivers that the releases have, and flash only with a driver", () => {
    for (const { id } of RELEASES) {
      const driver = flashDriverOf(family, id);
      if (driver !== undefined) expect(has(FLASH_DRIVERS, driver, id)).toBe(true);
    }
    expect(Object.keys(family.flashDriver).length > 0).toBe(family.flash !== undefined);
  });
});
