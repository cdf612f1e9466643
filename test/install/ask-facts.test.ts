import { expect, it } from "vitest";
import { askFacts } from "../../src/install/ask-facts.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { FLASH_DRIVERS } from "../../src/openocd/data/flash-drivers.ts";
import { names } from "../../src/openocd/data/table.ts";
import { TARGET_EVENTS } from "../../src/openocd/data/target-events.ts";
import { TARGET_TYPES } from "../../src/openocd/data/target-types.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { describeWithOpenocd, openocd, scriptsDir } from "../support/openocd.ts";

describeWithOpenocd("a program that is asked what it can do", () => {
  it("says what the tables say of it", () => {
    const facts = askFacts(openocd!)!;
    expect(facts.jim).toBe("0.81");
    expect(facts.joinsExpr).toBe(true);
    expect([...facts.targetTypes].sort()).toEqual(names(TARGET_TYPES, "0.12.0"));
    expect([...facts.targetEvents].sort()).toEqual(names(TARGET_EVENTS, "0.12.0"));
    expect(facts.flashDrivers.filter((name) => name.length > 2).sort()).toEqual(
      names(FLASH_DRIVERS, "0.12.0"),
    );
    expect(facts.adapterDrivers).toContain("cmsis-dap");
    const known = new Set(facts.commands);
    expect(names(COMMANDS, "0.12.0").filter((name) => !known.has(name) && !name.startsWith("dummy"))).toEqual(
      [],
    );
    expect(facts.brought.cortex_m).toContain("cortex_m reset_config");
  });
  it("runs what it is known to run by its tables", () => {
    const facts = askFacts(openocd!);
    for (const file of [
      "board/stm32l4discovery.cfg",
      "board/st_nucleo_h743zi.cfg",
      "board/stm32f4discovery.cfg",
    ]) {
      const options = { searchPaths: [scriptsDir], cwd: "/nowhere" };
      const [own, table] = [loadConfigSync(file, { ...options, facts }), loadConfigSync(file, options)];
      expect(own.problems).toEqual([]);
      expect(own.targets.map(({ name, type }) => [name, type])).toEqual(
        table.targets.map(({ name, type }) => [name, type]),
      );
    }
  });
  it("is asked once as long as its file is the same", () => {
    expect(askFacts(openocd!)).toBe(askFacts(openocd!));
  });
});

it("is no program of OpenOCD that does not answer", () => {
  expect(askFacts(process.execPath)).toBeUndefined();
  expect(askFacts("/nowhere/openocd")).toBeUndefined();
});
