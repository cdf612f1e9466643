import { describe, expect, it } from "vitest";
import { makeChip } from "../../src/board/chips.ts";
import { boardChips } from "../../src/board/index.ts";
import { BoardLog } from "../../src/board/log.ts";
import { CortexM } from "../../src/board/target/cortex-m.ts";

/** In the private peripheral bus: CPUID, and what is behind DBGMCU. */
const ownRegisters = [0xe000_ed00, 0xe000_2000, 0xe004_0000, 0xe004_fffc];

function board(name: string) {
  const log = new BoardLog();
  const chip = makeChip(name, {}, log);
  const core = new CortexM(chip, log);
  core.powerOn();
  return { chip, bus: core.bus(false) };
}

describe.each(boardChips)("what a debugger sees of a $name", ({ name }) => {
  const { chip } = board(name);
  const regions = chip.regions({ secure: false, by: "debugger" });
  const places = [
    ...regions.flatMap(({ base, size }) => [base, base + ((size - 4) & ~3)]),
    ...ownRegisters.map((address) => address >>> 0),
  ];

  it("does not depend on what was read before", () => {
    const alone = places.map((address) => board(name).bus.read(address, 4));
    const { bus } = board(name);
    for (const first of places) {
      for (const [index, second] of places.entries()) {
        bus.read(first, 4);
        const value = bus.read(second, 4);
        if (value !== alone[index])
          expect(value, `${first.toString(16)}, ${second.toString(16)}`).toBe(alone[index]);
      }
    }
  });

  it("has a device id of its own, after any access to the core's registers", () => {
    const ids = regions.filter(({ size }) => size === 0x400).map(({ base }) => base);
    const { bus } = board(name);
    const found = ids.filter((base) => {
      for (const address of ownRegisters) bus.read(address, 4);
      return (bus.read(base, 4)! << 16) >>> 16 === (chip.debugPort.target >>> 16) + 0x6000;
    });
    expect(found).toHaveLength(1);
  });
});
