import { describe, expect, it } from "vitest";
import { narrow, wide } from "../../../src/board/cpu/opcodes.ts";
import { CODE, machine } from "./ram.ts";

/** What QEMU under Linux cannot be asked: see test/oracle/cpu/limits.ts. */

const END = CODE + 4096;

/** Runs one instruction with these registers, given by number. */
function run(halfwords: readonly number[], registers: Record<number, number> = {}) {
  const { core, ram } = machine(...halfwords);
  for (const [register, value] of Object.entries(registers)) core.registers[Number(register)] = value;
  const before = [...core.registers];
  const stop = core.run(1);
  return { core, ram, stop, before };
}

function expectFault(
  halfwords: readonly number[],
  why: string,
  registers?: Record<number, number>,
  access?: number,
) {
  const { core, stop, before } = run(halfwords, registers);
  expect(stop).toEqual({ kind: "fault", why, address: CODE, ...(access !== undefined && { access }) });
  expect([...core.registers], "no register changes").toEqual(before);
}

describe("an access that is not aligned", () => {
  const odd = CODE + 0x101;
  const half = CODE + 0x102;
  it.each([
    ["ldr r0, [r1]", [0x6808], half],
    ["str r0, [r1]", [0x6008], odd],
    ["ldrh r0, [r1]", [0x8808], odd],
    ["strh r0, [r1]", [0x8008], odd],
    ["ldr r0, [r1, r2]", [0x5888], half],
    ["str r0, [r1, r2]", [0x5088], half],
    ["ldrsh r0, [r1, r2]", [0x5e88], odd],
    ["ldm r1!, {r0, r2}", [0xc905], half],
    ["stm r1!, {r0, r2}", [0xc105], half],
  ] as const)("faults: %s", (_, halfwords, address) => {
    expectFault(halfwords, "unaligned", { 1: address, 2: 0 }, address);
  });

  it("does not where bytes are moved", () => {
    expect(run([0x7808], { 1: odd }).stop).toEqual({ kind: "steps" }); // ldrb r0, [r1]
    expect(run([0x5688], { 1: odd, 2: 0 }).stop).toEqual({ kind: "steps" }); // ldrsb r0, [r1, r2]
  });
});

describe("an access that the bus refuses", () => {
  it.each([
    ["ldr r0, [r1]", [0x6808], { 1: 0x4000_0000 }, 0x4000_0000],
    ["strb r0, [r1]", [0x7008], { 1: 0xffff_ffff }, 0xffff_ffff],
    ["ldm r1!, {r1, r2}, half of it outside", [0xc906], { 1: END - 4 }, END],
    ["pop {r0, r1}, half of it outside", [0xbc03], { 13: END - 4 }, END],
    ["push {r0}", [0xb401], { 13: CODE }, CODE - 4],
    ["ldr r0, [r1, r2], around the end of the address space", [0x5888], { 1: 0xffff_fff0, 2: 0x18 }, 8],
  ] as const)("faults: %s", (_, halfwords, registers, access) => {
    expectFault(halfwords, "bus", registers, access);
  });

  it("may be the fetch of an instruction", () => {
    const { stop } = run([], { 15: 0x0800_0000 });
    expect(stop).toEqual({ kind: "fault", why: "bus", address: 0x0800_0000, access: 0x0800_0000 });
  });

  it("may be the fetch of its second half", () => {
    const { core, ram } = machine();
    ram.write(END - 2, 2, 0xf000);
    core.registers[15] = END - 2;
    expect(core.run(1)).toEqual({ kind: "fault", why: "bus", address: END - 2, access: END });
    expect(core.registers[15]).toBe(END - 2);
  });

  it("comes after the words of STM before it", () => {
    const { ram, stop } = run([0xc103], { 0: 0x1234, 1: END - 4 }); // stm r1!, {r0, r1}
    expect(stop).toMatchObject({ why: "bus", access: END });
    expect(ram.read(END - 4, 4)).toBe(0x1234);
  });
});

describe("a branch that asks for ARM state", () => {
  it.each([
    ["bx r1", [0x4708]],
    ["blx r1", [0x4788]],
    ["pop {pc}", [0xbd00]],
  ] as const)("arrives, and faults there: %s", (_, halfwords) => {
    const target = CODE + 0x200;
    const { core, ram } = machine(...halfwords);
    core.registers[1] = target;
    core.registers[13] = CODE + 0x100;
    ram.write(CODE + 0x100, 4, target);
    ram.write(target, 2, 0x2001); // movs r0, #1
    expect(core.run(2)).toEqual({ kind: "fault", why: "thumb state", address: target });
    expect([core.registers[0], core.registers[15], core.xpsr & 0x0100_0000]).toEqual([0, target, 0]);
    core.xpsr |= 0x0100_0000;
    expect(core.run(1)).toEqual({ kind: "steps" });
    expect(core.registers[0]).toBe(1);
  });

  it("cannot be MOV or ADD, which leave bit 0 out", () => {
    const { core } = run([0x468f], { 1: CODE + 0x201 }); // mov pc, r1
    expect([core.registers[15], core.xpsr]).toEqual([CODE + 0x200, 0x0100_0000]);
  });
});

describe("what needs an exception", () => {
  it("faults: SVC", () => expectFault([0xdf07], "exception"));

  it.each([
    ["bx r1", [0x4708]],
    ["pop {pc}", [0xbd00]],
  ] as const)("faults: a return from one by %s", (_, halfwords) => {
    const { core, ram } = machine(...halfwords);
    core.registers[1] = 0xffff_fff9;
    core.registers[13] = CODE + 0x100;
    ram.write(CODE + 0x100, 4, 0xffff_fff9);
    core.xpsr = 0x0100_0003;
    expect(core.run(1)).toEqual({ kind: "fault", why: "exception", address: CODE });
    expect(core.registers[13]).toBe(CODE + 0x100);
  });

  it("is none in Thread mode: the branch goes to where nothing is", () => {
    const { core } = machine(0x4708); // bx r1
    core.registers[1] = 0xffff_fff9;
    expect(core.run(2)).toEqual({ kind: "fault", why: "bus", address: 0xffff_fff8, access: 0xffff_fff8 });
  });
});

describe("an encoding", () => {
  /** Tables A5-1 to A5-8: what they leave free, or call UNDEFINED. */
  const free: readonly [from: number, to: number][] = [
    [0xb100, 0xb1ff],
    [0xb300, 0xb3ff],
    [0xb600, 0xb65f],
    [0xb680, 0xb9ff],
    [0xba80, 0xbabf],
    [0xbb00, 0xbbff],
    [0xde00, 0xdeff],
  ];

  it("of 16 bits that means nothing faults, and no other", () => {
    for (let opcode = 0; opcode < 0xe800; opcode++) {
      // IT and the hints share a group.
      const isFree =
        free.some(([from, to]) => opcode >= from && opcode <= to) ||
        (opcode >> 8 === 0xbf && (opcode & 15) !== 0);
      const { stop } = run([opcode]);
      const isUndefined = stop.kind === "fault" && stop.why === "undefined";
      if (isUndefined !== isFree) expect.fail(`${opcode.toString(16)}: ${JSON.stringify(stop)}`);
    }
  });

  it.each([
    ["UDF.W", [0xf7f0, 0xa000]],
    ["BLX to a label", [0xf000, 0xe800]],
    ["B.W", [0xf000, 0xb800]],
    ["LDR.W", [0xf8d1, 0x0000]],
    ["CLREX", [0xf3bf, 0x8f2f]],
    ["the first half of no instruction", [0xe800, 0x0000]],
  ] as const)("of 32 bits that means nothing faults: %s", (_, halfwords) =>
    expectFault(halfwords, "undefined"),
  );

  it.each([
    ["add pc, pc", [0x44ff]],
    ["cmp r0, r1 as if one were high", [0x4508]],
    ["cmp pc, r1", [0x458f]],
    ["cmp r8, pc", [0x45f8]],
    ["bx pc", [0x4778]],
    ["blx pc", [0x47f8]],
    ["bx r1 with a low bit", [0x4709]],
    ["push {}", [0xb400]],
    ["pop {}", [0xbc00]],
    ["ldm r1!, {}", [0xc900]],
    ["stm r1!, {}", [0xc100]],
    ["cps with FAULTMASK", [0xb673]],
    ["msr msp, sp", [0xf38d, 0x8808]],
    ["msr msp, pc", [0xf38f, 0x8808]],
    ["mrs sp, msp", [0xf3ef, 0x8d08]],
    ["mrs pc, msp", [0xf3ef, 0x8f08]],
    ["msr with no such register", [0xf381, 0x8811]],
    ["mrs with no such register", [0xf3ef, 0x8004]],
    ["mrs with a bit that should be 0", [0xf3ef, 0xa000]],
    ["dmb with a bit that should be 1", [0xf3be, 0x8f5f]],
  ] as const)("that the manual leaves open faults: %s", (_, halfwords) =>
    expectFault(halfwords, "unpredictable"),
  );

  it("stands in the table once by its name, with as many digits as it has bits", () => {
    const names = [...narrow, ...wide].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const digits = (bits: string) => bits.replaceAll(" ", "").length;
    expect(new Set(narrow.map(([bits]) => digits(bits)))).toEqual(new Set([16]));
    expect(new Set(wide.map(([bits]) => digits(bits)))).toEqual(new Set([32]));
  });
});
