import { describe, expect, test } from "vitest";
import { modeOf, objectModeOf } from "../../src/openocd/command-modes.ts";
import { ADAPTER_DRIVERS } from "../../src/openocd/data/adapter-drivers.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { FLASH_DRIVERS } from "../../src/openocd/data/flash-drivers.ts";
import { before, bitOf, idsOf, RELEASES, releaseById, since } from "../../src/openocd/data/releases.ts";
import { has, names, releasesWith, type Table, unpack } from "../../src/openocd/data/table.ts";
import { TARGET_EVENTS } from "../../src/openocd/data/target-events.ts";
import { TARGET_TYPES } from "../../src/openocd/data/target-types.ts";
import { transportsOf } from "../../src/openocd/data/transports.ts";
import { isObjectCommand } from "../../src/openocd/object-commands.ts";
import { originsOf } from "../../src/openocd/origins.ts";

const TABLES = { ADAPTER_DRIVERS, COMMANDS, FLASH_DRIVERS, TARGET_EVENTS, TARGET_TYPES };

const allIds = RELEASES.map(({ id }) => id);

test("releases and their bits", () => {
  expect(allIds.map(bitOf)).toEqual(allIds.map((_, place) => 2 ** place));
  expect(releaseById("st-1.7.0").version).toBe("0.11.0-rc2+dev-00039-gff701ce82");
});

test.each(RELEASES)("$id has a date and a note, as a person has to give them", ({ date, note }) => {
  expect(date).toMatch(/^\d{4}-\d{2}$/);
  expect(note).not.toMatch(/fill in/i);
});

test("masks of the releases before one, and of it and all later ones", () => {
  expect(idsOf(before("st-1.5.0"))).toContain("st-1.3.0");
  expect(idsOf(since("st-1.5.0"))).toEqual(expect.arrayContaining(["st-1.5.0", "0.12.0", "master"]));
  for (const { id } of RELEASES) expect([...idsOf(before(id)), ...idsOf(since(id))]).toEqual(allIds);
});

describe("tables", () => {
  test("unpack keeps names with spaces and drops indentation", () => {
    expect(unpack("\n  adapter driver|bp\n  halt")).toEqual(["adapter driver", "bp", "halt"]);
  });

  test.each(Object.entries(TABLES))("%s names each thing once", (_, table: Table) => {
    const all = table.flatMap(([, packed]) => unpack(packed));
    expect(all).toEqual([...new Set(all)]);
    expect(all.every((name) => name !== "" && name === name.trim())).toBe(true);
  });

  // As many as the programs list, in the order of RELEASES; tests can ask only 0.12.0 (test/learn).
  test.each([
    ["COMMANDS", [306, 411, 411, 411, 415, 353, 359, 364, 365, 356, 447, 447, 447, 512, 509, 512, 514, 560]],
    ["FLASH_DRIVERS", [46, 60, 60, 60, 61, 68, 68, 67, 67, 67, 69, 69, 69, 70, 70, 71, 72, 79]],
    ["TARGET_EVENTS", [30, 28, 28, 28, 28, 29, 29, 29, 29, 29, 29, 29, 29, 37, 37, 37, 37, 37]],
    ["TARGET_TYPES", [29, 33, 33, 33, 33, 36, 36, 36, 36, 36, 36, 36, 36, 40, 40, 40, 40, 38]],
  ] as const)("%s has as many as the releases have", (name, counts) => {
    expect(allIds.map((id) => names(TABLES[name], id).length)).toEqual(counts);
  });

  test("what decides on STM32L5", () => {
    expect(releasesWith(FLASH_DRIVERS, "stm32l5x")).toEqual(idsOf(since("st-1.0.0") & before("st-1.6.0")));
    expect(releasesWith(FLASH_DRIVERS, "stm32h5x")).toEqual(["st-1.12.0", "st-1.13.0"]);
    expect(has(COMMANDS, "stm32l5x", "0.12.0")).toBe(true);
    expect(has(COMMANDS, "stm32l5x", "st-1.5.0")).toBe(false);
    expect(has(COMMANDS, "adapter speed", "st-1.3.0")).toBe(false);
    expect(has(COMMANDS, "adapter speed", "st-1.5.0")).toBe(true);
    expect(has(FLASH_DRIVERS, "no such", "master")).toBe(false);
    expect(names(TARGET_EVENTS, "st-1.3.0")).toContain("trace-config");
  });
});

describe("command modes", () => {
  test.each([
    ["flash bank", "config"],
    ["target create", "config"],
    ["jtag newtap", "config"],
    ["swd newdap", "config"],
    ["hla_layout", "config"],
    ["reset", "exec"],
    ["mww", "exec"],
    ["flash write_image", "exec"],
    ["stm32l4x option_write", "exec"],
    ["cortex_m vector_catch", "exec"],
    ["cortex_m reset_config", "any"],
    ["adapter speed", "any"],
    ["reset_config", "any"],
    ["no such", "any"],
  ])("%s: %s", (command, mode) => {
    expect(modeOf(command)).toBe(mode);
  });

  test("of objects", () => {
    expect(objectModeOf("target", "configure")).toBe("any");
    expect(objectModeOf("target", "mww")).toBe("exec");
    expect(objectModeOf("target", "cortex_m reset_config")).toBe("any");
    expect(objectModeOf("target", "arm semihosting")).toBe("exec");
    expect(objectModeOf("dap", "apcsw")).toBe("any");
    expect(objectModeOf("dap", "apreg")).toBe("exec");
    expect(objectModeOf("dap", "ti_be_32_quirks")).toBe("config");
  });
});

describe("command origins", () => {
  test.each([
    ["hla_layout", [{ kind: "adapter", name: "hla" }]],
    ["cmsis_dap_vid_pid", [{ kind: "adapter", name: "cmsis-dap" }]],
    ["cortex_m", [{ kind: "targetType", name: "cortex_m" }]],
    ["cortex_m reset_config", [{ kind: "targetType", name: "cortex_m" }]],
    ["stm32l4x option_write", [{ kind: "flashDriver", name: "stm32l4x" }]],
    ["mww", [{ kind: "stage", name: "init" }]],
    ["flash write_image", [{ kind: "stage", name: "flash init" }]],
    ["flash bank", []],
    ["adapter driver", []],
  ])("%s", (command, origins) => {
    expect(originsOf(command)).toEqual(origins);
  });

  test("of taps, by transport", () => {
    const transports = (command: string) => originsOf(command).map(({ name }) => name);
    expect(transports("swd newdap").sort()).toEqual(["dapdirect_swd", "hla_swd", "swd"]);
    expect(transports("jtag newtap").sort()).toEqual(["aice_jtag", "dapdirect_jtag", "hla_jtag", "jtag"]);
  });

  test("name only drivers and types that 0.12.0 has", () => {
    const has0120 = (table: Table, name: string) => has(table, name, "0.12.0");
    expect(originsOf("arm").every(({ name }) => has0120(TARGET_TYPES, name))).toBe(true);
  });

  test("objects", () => {
    expect(isObjectCommand("dap", "apcsw")).toBe(true);
    expect(isObjectCommand("dap", "configure")).toBe(false);
    for (const word of ["configure", "cget", "read_memory"])
      expect(isObjectCommand("target", word)).toBe(true);
    expect(isObjectCommand("tpiu", "enable")).toBe(true);
  });
});

describe("transports", () => {
  test.each(allIds)("every adapter driver of %s has some", (id) => {
    const without = names(ADAPTER_DRIVERS, id).filter((driver) => !transportsOf(driver, id)?.length);
    expect(without).toEqual([]);
  });

  test("as the programs have them", () => {
    expect(transportsOf("dummy")).toEqual(["jtag"]);
    expect(transportsOf("cmsis-dap")).toEqual(["swd", "jtag"]);
    expect(transportsOf("hla")).toEqual(["hla_swd", "hla_jtag"]);
    expect(transportsOf("st-link")).toEqual(["dapdirect_swd", "dapdirect_jtag", "swim"]);
    expect(transportsOf("st-link", "st-1.3.0")).toEqual(["stlink_swd", "stlink_jtag"]);
    expect(transportsOf("st-link", "st-1.4.0")?.[0]).toBe("dapdirect_jtag");
    expect(transportsOf("hla", "st-1.5.0")).toContain("stlink_swim");
    expect(transportsOf("remote_bitbang", "master")).toEqual(["jtag", "swd"]);
    expect(transportsOf("no such")).toBeUndefined();
  });
});
