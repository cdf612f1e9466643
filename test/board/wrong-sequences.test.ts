import { describe, expect, it } from "vitest";
import { FlashArray } from "../../src/board/chip/flash/array.ts";
import { F1Controller, F1Cr, F1Register, F1Sr, f1Keys } from "../../src/board/chip/flash/f1.ts";
import {
  F4Controller,
  F4Cr,
  F4Register,
  F4Sr,
  f4Keys,
  growingSectors,
} from "../../src/board/chip/flash/f4.ts";
import type { ControllerParts, FlashController } from "../../src/board/chip/flash/flash-controller.ts";
import { H5Controller, H5Cr, H5Register, H5Sr, h5Keys } from "../../src/board/chip/flash/h5.ts";
import { H7Controller, H7Cr, H7Register, H7Sr, h7Keys } from "../../src/board/chip/flash/h7.ts";
import * as layouts from "../../src/board/chip/flash/l4/layouts.ts";
import { PlainL4Controller } from "../../src/board/chip/flash/l4/plain.ts";
import { Cr, keys, Sr } from "../../src/board/chip/flash/l4/registers.ts";
import { LxController, LxRegister, LxSr, lxKeys, Pecr } from "../../src/board/chip/flash/lx.ts";
import type { Size } from "../../src/board/cpu/bus.ts";
import { BoardLog } from "../../src/board/log.ts";

const base = 0x0800_0000;
const size = 256 * 1024;

/** A controller with its registers at hand, and a flash. */
interface Bench {
  controller: FlashController;
  array: FlashArray;
  set(register: number, ...values: readonly number[]): void;
  get(register: number): number;
}

/** One kind of controller: how it is opened, erased and programmed as its manual has it. */
interface Kind {
  name: string;
  erased: number;
  make(parts: ControllerParts): FlashController;
  unlock(bench: Bench): void;
  /** Makes it ready to program. */
  enable(bench: Bench): void;
  /** The width of one write, and how many writes make what is programmed at once. */
  width: Size;
  writes: number;
  /** Erases what begins at an offset. */
  erase(bench: Bench, offset: number): void;
  /** The status register, and the flag of each wrong sequence; `bus` where the bus refuses. */
  status: number;
  flags: Record<"locked" | "not erased" | "wrong width" | "crossing" | "protected", number | "bus" | "none">;
  /** An offset at which nothing may begin. */
  crooked: number;
}

const kinds: readonly Kind[] = [
  {
    name: "F1",
    erased: 0xff,
    make: (parts) =>
      new F1Controller(parts, {
        ...{ kind: "f1", base: 0, pageSize: 1024, pagesPerBit: 4, hasLevel2: false },
      }),
    unlock: ({ set }) => set(F1Register.Keyr, ...f1Keys),
    enable: ({ set }) => set(F1Register.Cr, F1Cr.PG),
    width: 2,
    writes: 1,
    erase: ({ set }, offset) => {
      set(F1Register.Cr, F1Cr.PER);
      set(F1Register.Ar, base + offset);
      set(F1Register.Cr, F1Cr.PER | F1Cr.STRT);
    },
    status: F1Register.Sr,
    flags: {
      locked: "bus",
      "not erased": F1Sr.PGERR,
      "wrong width": "bus",
      crossing: F1Sr.PGERR,
      protected: F1Sr.WRPRTERR,
    },
    crooked: 1024,
  },
  {
    name: "F4",
    erased: 0xff,
    make: (parts) =>
      new F4Controller(parts, {
        ...{ kind: "f4", base: 0, sectors: growingSectors(size, 128 * 1024), options: [0x0fff_aaed, 0] },
      }),
    unlock: ({ set }) => set(F4Register.Keyr, ...f4Keys),
    enable: ({ set }) => set(F4Register.Cr, F4Cr.PG | (2 << 8)),
    width: 4,
    writes: 1,
    erase: ({ set }, offset) => {
      set(F4Register.Cr, F4Cr.SER | (Math.floor(offset / (16 * 1024)) << 3) | F4Cr.STRT);
    },
    status: F4Register.Sr,
    // Bits that are clear stay so, and nothing says it.
    flags: {
      locked: F4Sr.PGSERR,
      "not erased": "none",
      "wrong width": F4Sr.PGPERR,
      crossing: "none",
      protected: F4Sr.WRPERR,
    },
    crooked: 16 * 1024,
  },
  {
    name: "L4",
    erased: 0xff,
    make: (parts) => new PlainL4Controller(parts, { kind: "l4", base: 0, layout: layouts.oneBank }),
    unlock: ({ set }) => set(0x08, ...keys),
    enable: ({ set }) => set(0x14, Cr.PG),
    width: 4,
    writes: 2,
    erase: ({ set }, offset) => set(0x14, Cr.PER | ((offset / 2048) << 3) | Cr.STRT),
    status: 0x10,
    flags: {
      locked: Sr.PGSERR,
      "not erased": Sr.PROGERR,
      "wrong width": Sr.SIZERR,
      crossing: Sr.PGAERR,
      protected: Sr.WRPERR,
    },
    crooked: 4,
  },
  {
    name: "U5",
    erased: 0xff,
    make: (parts) => new PlainL4Controller(parts, { kind: "l4", base: 0, layout: layouts.quadWords }),
    unlock: ({ set }) => set(0x08, ...keys),
    enable: ({ set }) => set(0x28, Cr.PG),
    width: 4,
    writes: 4,
    erase: ({ set }, offset) => set(0x28, Cr.PER | ((offset / 8192) << 3) | Cr.STRT),
    status: 0x20,
    flags: {
      locked: Sr.PGSERR,
      "not erased": Sr.PROGERR,
      "wrong width": Sr.SIZERR,
      crossing: Sr.PGAERR,
      protected: Sr.WRPERR,
    },
    crooked: 8,
  },
  {
    name: "L0",
    erased: 0,
    make: (parts) => new LxController(parts, { kind: "lx", base: 0, pageSize: 128 }),
    unlock: ({ set }) => {
      set(LxRegister.Pekeyr, ...lxKeys.control);
      set(LxRegister.Prgkeyr, ...lxKeys.program);
    },
    enable: ({ set }) => set(LxRegister.Pecr, Pecr.FPRG | Pecr.PROG),
    width: 4,
    writes: 16,
    erase: ({ set, controller }, offset) => {
      set(LxRegister.Pecr, Pecr.PROG | Pecr.ERASE);
      controller.program(offset, 4, 0);
    },
    status: LxRegister.Sr,
    flags: {
      locked: LxSr.WRPERR,
      "not erased": LxSr.NOTZEROERR,
      "wrong width": LxSr.SIZERR,
      crossing: LxSr.PGAERR,
      protected: LxSr.WRPERR,
    },
    crooked: 32,
  },
  {
    name: "H7",
    erased: 0xff,
    make: (parts) =>
      new H7Controller(parts, {
        ...{ kind: "h7", base: 0, sectorSize: 128 * 1024, banks: 1, cell: 32 },
        ...{ startBit: 7, sectorShift: 8, sectorsPerBit: 1 },
      }),
    unlock: ({ set }) => set(H7Register.Keyr, ...h7Keys),
    enable: ({ set }) => set(H7Register.Cr, H7Cr.PG),
    width: 4,
    writes: 8,
    erase: ({ set }, offset) => {
      set(H7Register.Cr, H7Cr.SER | (Math.floor(offset / (128 * 1024)) << 8) | (1 << 7));
    },
    status: H7Register.Sr,
    flags: {
      locked: H7Sr.PGSERR,
      // The check sum no longer fits, which shows when it is read.
      "not erased": "none",
      // Any width fills the buffer; eight writes of a byte do not.
      "wrong width": "none",
      crossing: H7Sr.INCERR,
      protected: H7Sr.WRPERR,
    },
    crooked: 16,
  },
  {
    name: "H5",
    erased: 0xff,
    make: (parts) => new H5Controller(parts, { kind: "h5", base: 0, sectorsPerBit: 4 }),
    unlock: ({ set }) => set(H5Register.Keyr, ...h5Keys),
    enable: ({ set }) => set(H5Register.Cr, H5Cr.PG),
    width: 4,
    writes: 4,
    erase: ({ set }, offset) => set(H5Register.Cr, H5Cr.SER | ((offset / 8192) << 6) | H5Cr.STRT),
    status: H5Register.Sr,
    flags: {
      locked: H5Sr.PGSERR,
      "not erased": "none",
      "wrong width": "none",
      crossing: H5Sr.INCERR,
      protected: H5Sr.WRPERR,
    },
    crooked: 8,
  },
];

function bench(kind: Kind, writeProtected: readonly number[] = []): Bench {
  const array = new FlashArray({ size, base, erased: kind.erased });
  const controller = kind.make({
    ...{ array, log: new BoardLog(), busyReads: 0, readProtection: 0, writeProtected, relaunch: () => {} },
  });
  const { device } = controller.regions[0]!;
  return {
    controller,
    array,
    set(register, ...values) {
      for (const value of values) device.write(register, 4, value);
    },
    get: (register) => device.read(register, 4)!,
  };
}

const pattern = 0x5a5a_5a5a;

/** Writes what is programmed at once; false where the bus refuses. */
function programAt(one: Bench, kind: Kind, offset: number, width = kind.width): boolean {
  const mask = width === 4 ? 0xffff_ffff : 2 ** (8 * width) - 1;
  return Array.from({ length: kind.writes }, (_, index) => index).every((index) =>
    one.controller.program(offset + width * index, width, (pattern & mask) >>> 0),
  );
}

const hold = ({ array }: Bench, { width, writes }: Kind, offset: number) =>
  array.bytes.subarray(offset, offset + width * writes).every((byte) => byte === 0x5a);

describe.each(kinds)("a controller of the $name's kind", (kind) => {
  const other = kind.erased === 0 ? 0x0f : 0xa0;

  function expectRefused(one: Bench, wrong: keyof Kind["flags"], answered: boolean, offset = 0) {
    const flag = kind.flags[wrong];
    expect(answered, "the bus").toBe(flag !== "bus");
    if (typeof flag === "number") expect(one.get(kind.status) & flag, "the flag").toBe(flag);
    expect(hold(one, kind, offset), "the flash").toBe(false);
  }

  it("programs what is unlocked, erased, enabled, whole and open", () => {
    const one = bench(kind);
    one.array.bytes.fill(other, 0, 64);
    kind.unlock(one);
    kind.erase(one, 0);
    kind.enable(one);
    expect(programAt(one, kind, 0)).toBe(true);
    expect(hold(one, kind, 0)).toBe(true);
  });

  it("refuses what is not unlocked", () => {
    const one = bench(kind);
    kind.enable(one);
    expectRefused(one, "locked", programAt(one, kind, 0));
    one.array.bytes.fill(other, 0, 64);
    kind.erase(one, 0);
    expect(one.array.bytes[0]).toBe(other);
  });

  it("is locked until the next reset by a wrong key", () => {
    const one = bench(kind);
    kind.unlock({ ...one, set: (register, first = 0) => one.set(register, first, 1, 2) });
    kind.unlock(one);
    kind.enable(one);
    expectRefused(one, "locked", programAt(one, kind, 0));
    one.controller.reset();
    kind.unlock(one);
    kind.enable(one);
    programAt(one, kind, 0);
    expect(hold(one, kind, 0)).toBe(true);
  });

  it("does not write what is not erased", () => {
    const one = bench(kind);
    one.array.bytes.fill(other, 0, 64);
    kind.unlock(one);
    kind.enable(one);
    expectRefused(one, "not erased", programAt(one, kind, 0));
  });

  it("does not take another width", () => {
    const one = bench(kind);
    kind.unlock(one);
    kind.enable(one);
    expectRefused(one, "wrong width", programAt(one, kind, 0, 1));
  });

  it("does not cross what is erased or programmed at once", () => {
    const one = bench(kind);
    one.array.bytes.fill(other, 0, 2 * 128 * 1024);
    kind.unlock(one);
    kind.erase(one, 0);
    kind.enable(one);
    expectRefused(one, "crossing", programAt(one, kind, kind.crooked), kind.crooked);
  });

  it("neither erases nor programs what is protected", () => {
    const one = bench(kind, [base]);
    kind.unlock(one);
    kind.enable(one);
    expectRefused(one, "protected", programAt(one, kind, 0));
    const two = bench(kind, [base]);
    two.array.bytes.fill(other, 0, 64);
    kind.unlock(two);
    kind.erase(two, 0);
    expect(two.array.bytes[0]).toBe(other);
    expect(two.get(kind.status) & (kind.flags.protected as number)).toBe(kind.flags.protected);
  });
});
