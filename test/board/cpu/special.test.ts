import { describe, expect, it } from "vitest";
import { CODE, machine } from "./ram.ts";

const T = 0x0100_0000;
const [APSR, IAPSR, EAPSR, XPSR, IPSR, EPSR, IEPSR] = [0, 1, 2, 3, 5, 6, 7];
const [MSP, PSP, PRIMASK, CONTROL] = [8, 9, 16, 20];

/** mrs r0, NUMBER */
function mrs(system: number): [number, number] {
  return [0xf3ef, 0x8000 | system];
}

/** msr NUMBER, r1 */
function msr(system: number): [number, number] {
  return [0xf381, 0x8800 | system];
}

describe("MRS", () => {
  const read = (system: number, set: { xpsr?: number; control?: number } = {}) => {
    const { core } = machine(...mrs(system));
    core.registers[13] = 0x2000_0800;
    core.psp = 0x2000_0400;
    core.primask = 1;
    core.xpsr = set.xpsr ?? 0xa000_0000 | T;
    core.control = set.control ?? 0;
    expect(core.run(1)).toEqual({ kind: "steps" });
    return core.registers[0];
  };

  it("reads the views of the xPSR, the T bit as 0", () => {
    const xpsr = 0x9000_0003 | T;
    const views = [APSR, IAPSR, EAPSR, XPSR, IPSR, EPSR, IEPSR].map((system) => read(system, { xpsr }));
    expect(views).toEqual([0x9000_0000, 0x9000_0003, 0x9000_0000, 0x9000_0003, 3, 0, 3]);
  });

  it("reads the others", () => {
    expect([MSP, PSP, PRIMASK, CONTROL].map((system) => read(system))).toEqual([
      0x2000_0800, 0x2000_0400, 1, 0,
    ]);
    expect([MSP, PSP, CONTROL].map((system) => read(system, { control: 2 }))).toEqual([
      0x2000_0800, 0x2000_0400, 2,
    ]);
  });

  it("reads of them only CONTROL where the code is not privileged", () => {
    const values = [APSR, MSP, PSP, PRIMASK, CONTROL].map((system) => read(system, { control: 1 }));
    expect(values).toEqual([0xa000_0000, 0, 0, 0, 1]);
  });
});

describe("MSR", () => {
  const written = (system: number, value: number, set: { xpsr?: number; control?: number } = {}) => {
    const { core } = machine(...msr(system));
    core.registers[13] = 0x2000_0800;
    core.psp = 0x2000_0400;
    core.xpsr = set.xpsr ?? T;
    core.control = set.control ?? 0;
    core.registers[1] = value;
    expect(core.run(1)).toEqual({ kind: "steps" });
    const { xpsr, msp, psp, primask, control } = core;
    return { xpsr, msp, psp, primask, control, sp: core.registers[13] };
  };
  const unchanged = written(IPSR, 0xffff_ffff);

  it("writes of the xPSR the flags", () => {
    expect(unchanged.xpsr).toBe(T);
    for (const system of [APSR, IAPSR, EAPSR, XPSR]) {
      expect(written(system, 0xffff_ffff).xpsr, String(system)).toBe((0xf000_0000 | T) >>> 0);
    }
    expect([EPSR, IEPSR].map((system) => written(system, 0xffff_ffff))).toEqual([unchanged, unchanged]);
  });

  it("writes stack pointers, whichever is in use, without their lowest bits", () => {
    expect(written(MSP, 0x2000_0303)).toMatchObject({ msp: 0x2000_0300, psp: 0x2000_0400, sp: 0x2000_0300 });
    expect(written(PSP, 0x2000_0303)).toMatchObject({ msp: 0x2000_0800, psp: 0x2000_0300, sp: 0x2000_0800 });
    expect(written(PSP, 0x2000_0303, { control: 2 })).toMatchObject({ psp: 0x2000_0300, sp: 0x2000_0300 });
  });

  it("writes PRIMASK and CONTROL, and changes the stack with the latter", () => {
    expect(written(PRIMASK, 0xffff_fffd).primask).toBe(1);
    expect(written(CONTROL, 0xffff_fffe)).toMatchObject({ control: 2, sp: 0x2000_0400 });
    expect(written(CONTROL, 1)).toMatchObject({ control: 1, sp: 0x2000_0800 });
  });

  it("keeps the choice of the stack in Handler mode", () => {
    expect(written(CONTROL, 3, { xpsr: T | 3 })).toMatchObject({ control: 1, sp: 0x2000_0800 });
    expect(written(CONTROL, 0, { xpsr: T | 3, control: 2 })).toMatchObject({ control: 2 });
  });

  it("changes nothing but the flags where the code is not privileged", () => {
    const before = written(IPSR, 0, { control: 1 });
    for (const system of [MSP, PSP, PRIMASK, CONTROL]) {
      expect(written(system, 0xffff_fffe, { control: 1 }), String(system)).toEqual(before);
    }
    expect(written(APSR, 0xf000_0000, { control: 1 }).xpsr).toBe((0xf000_0000 | T) >>> 0);
    expect(written(PRIMASK, 1, { control: 1, xpsr: T | 3 }).primask, "Handler mode is privileged").toBe(1);
  });
});

describe("CPS", () => {
  it("sets and clears PRIMASK, unless the code is not privileged", () => {
    const { core } = machine(0xb672, 0xb662, 0xb672); // cpsid i; cpsie i; cpsid i
    core.run(1);
    expect(core.primask).toBe(1);
    core.run(1);
    expect(core.primask).toBe(0);
    core.control = 1;
    core.run(1);
    expect([core.primask, core.registers[15]]).toEqual([0, CODE + 6]);
  });
});

describe("hints and barriers", () => {
  it("change nothing but the PC", () => {
    const hints = [0xbf00, 0xbf10, 0xbf20, 0xbf30, 0xbf40, 0xbf50];
    const { core } = machine(...hints, 0xf3bf, 0x8f4f, 0xf3bf, 0x8f5f, 0xf3bf, 0x8f6f);
    const before = [...core.registers];
    expect(core.run(hints.length + 3)).toEqual({ kind: "steps" });
    before[15] = CODE + 2 * hints.length + 12;
    expect([...core.registers]).toEqual(before);
  });
});
