import { describe, expect, it } from "vitest";
import { CODE, machine } from "./ram.ts";

const T = 0x0100_0000;

describe("run", () => {
  it("executes as many instructions as asked for", () => {
    const { core } = machine(0x3001, 0x3001, 0x3001); // adds r0, #1
    expect(core.run(2)).toEqual({ kind: "steps" });
    expect(core.registers[0]).toBe(2);
    expect(core.registers[15]).toBe(CODE + 4);
  });

  it("stops at a BKPT, and again there, until the PC is set after it", () => {
    const { core } = machine(0x2007, 0xbe00, 0x3001); // movs r0, #7; bkpt; adds r0, #1
    const stop = { kind: "breakpoint", address: CODE + 2 };
    expect(core.run(10)).toEqual(stop);
    expect(core.run(10)).toEqual(stop);
    core.registers[15] = CODE + 4;
    core.run(1);
    expect(core.registers[0]).toBe(8);
  });

  it("clears the bits of SP and PC that are always 0", () => {
    const { core } = machine(0xbf00); // nop
    core.registers[13] = CODE + 0x103;
    core.registers[15] = CODE + 1;
    expect(core.run(1)).toEqual({ kind: "steps" });
    expect([core.registers[13], core.registers[15]]).toEqual([CODE + 0x100, CODE + 2]);
  });
});

describe("the two stack pointers", () => {
  it("take turns with CONTROL", () => {
    const { core } = machine();
    core.psp = 0x2000_0203;
    expect([core.msp, core.psp, core.registers[13]]).toEqual([CODE + 4096, 0x2000_0200, CODE + 4096]);
    core.control = 2;
    expect([core.msp, core.psp, core.registers[13]]).toEqual([CODE + 4096, 0x2000_0200, 0x2000_0200]);
    core.psp = 0x2000_0300;
    core.msp = 0x2000_0400;
    expect(core.registers[13]).toBe(0x2000_0300);
    core.control = 0;
    expect(core.registers[13]).toBe(0x2000_0400);
  });

  it("are the main one in Handler mode, whatever CONTROL says", () => {
    const { core } = machine();
    core.psp = 0x2000_0200;
    core.control = 2;
    core.xpsr = T | 3;
    expect(core.registers[13]).toBe(CODE + 4096);
    core.xpsr = T;
    expect(core.registers[13]).toBe(0x2000_0200);
  });
});

describe("reset", () => {
  it("begins as the vector table says", () => {
    const { core, ram } = machine();
    ram.write(CODE + 0x100, 4, 0x2000_0ffe);
    ram.write(CODE + 0x104, 4, CODE + 0x201);
    core.control = 3;
    core.primask = 1;
    core.xpsr = 0xf000_0003;
    expect(core.reset(CODE + 0x100)).toBe(true);
    expect([core.registers[13], core.registers[14], core.registers[15]]).toEqual([
      0x2000_0ffc,
      0xffff_ffff,
      CODE + 0x200,
    ]);
    expect([core.msp, core.control, core.primask, core.xpsr]).toEqual([0x2000_0ffc, 0, 0, T]);
  });

  it("says where there is no vector table", () => {
    expect(machine().core.reset(0x0800_0000)).toBe(false);
  });
});
