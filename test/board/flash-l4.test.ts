import { describe, expect, it } from "vitest";
import { FlashArray } from "../../src/board/chip/flash/array.ts";
import { L4Controller } from "../../src/board/chip/flash/l4/controller.ts";
import { BKER, layoutL5, L5Register as Register } from "../../src/board/chip/flash/l4/layout-l5.ts";
import { OptionBytes } from "../../src/board/chip/flash/l4/option-bytes.ts";
import { areaRegister, Cr, Sr } from "../../src/board/chip/flash/l4/registers.ts";
import { BoardLog } from "../../src/board/log.ts";

const base = 0x0800_0000;
const { PG, PER, MER1, MER2, STRT, OPTSTRT, OBL_LAUNCH, OPTLOCK, LOCK } = Cr;
const page = (number: number) => number << 3;

function flash({ busyReads = 0, stuckWords = [] as number[] } = {}) {
  const array = new FlashArray({ size: 512 * 1024, base, stuckWords });
  const options = new OptionBytes(layoutL5);
  const log = new BoardLog();
  let launches = 0;
  const relaunch = () => {
    launches += 1;
    options.load();
    controller.reset();
  };
  const controller = new L4Controller({ layout: layoutL5, array, options, log, busyReads, relaunch });
  const unlock = () => {
    controller.write(Register.Nskeyr, 0x4567_0123);
    controller.write(Register.Nskeyr, 0xcdef_89ab);
  };
  const unlockOptions = () => {
    unlock();
    controller.write(Register.Optkeyr, 0x0819_2a3b);
    controller.write(Register.Optkeyr, 0x4c5d_6e7f);
  };
  const control = (value: number) => controller.write(Register.Nscr, value);
  const status = () => controller.read(Register.Nssr);
  const doubleWord = (offset: number, low: number, high: number) => {
    controller.program(offset, 4, low, false);
    controller.program(offset + 4, 4, high, false);
  };
  const word = (offset: number) => Buffer.from(array.bytes).readUInt32LE(offset);
  return {
    array,
    options,
    log,
    controller,
    unlock,
    unlockOptions,
    control,
    status,
    doubleWord,
    word,
    launches: () => launches,
  };
}

describe("keys", () => {
  it("unlock in their order, until LOCK is written", () => {
    const { controller, unlock, control } = flash();
    expect(controller.read(Register.Nscr)).toBe(0xc000_0000);
    unlock();
    expect(controller.read(Register.Nscr)).toBe(OPTLOCK);
    control(LOCK);
    expect(controller.read(Register.Nscr)).toBe(0xc000_0000);
    unlock();
    expect(controller.read(Register.Nscr)).toBe(OPTLOCK);
  });

  it("lock everything until the next reset where one is wrong", () => {
    const { controller, unlock } = flash();
    controller.write(Register.Nskeyr, 0xcdef_89ab);
    unlock();
    expect(controller.read(Register.Nscr)).toBe(0xc000_0000);
    controller.reset();
    unlock();
    expect(controller.read(Register.Nscr)).toBe(OPTLOCK);
  });

  it("of the option bytes work only where the controller is unlocked", () => {
    const { controller, unlockOptions } = flash();
    controller.write(Register.Optkeyr, 0x0819_2a3b);
    controller.write(Register.Optkeyr, 0x4c5d_6e7f);
    expect(controller.read(Register.Nscr)).toBe(0xc000_0000);
    unlockOptions();
    expect(controller.read(Register.Nscr)).toBe(0);
    controller.write(Register.Nscr, OPTLOCK);
    expect(controller.read(Register.Nscr)).toBe(OPTLOCK);
  });

  it("are of the secure half, or of the other", () => {
    const { controller } = flash();
    controller.write(Register.Seckeyr, 0x4567_0123);
    controller.write(Register.Seckeyr, 0xcdef_89ab);
    expect(controller.read(Register.Seccr)).toBe(0);
    expect(controller.read(Register.Nscr)).toBe(0xc000_0000);
  });
});

describe("programming", () => {
  it("takes double words, low word first", () => {
    const { unlock, control, status, doubleWord, word, log } = flash();
    unlock();
    control(PG);
    doubleWord(0, 0x1111_1111, 0x2222_2222);
    doubleWord(8, 3, 4);
    expect([word(0), word(4), word(8), word(12)]).toEqual([0x1111_1111, 0x2222_2222, 3, 4]);
    expect(status()).toBe(0);
    expect(log.events).toEqual([{ kind: "program", address: base, length: 16 }]);
  });

  it("is refused where PG is not set, and where the controller is locked", () => {
    const { unlock, control, status, doubleWord, word } = flash();
    control(PG);
    doubleWord(0, 1, 2);
    expect(status()).toBe(Sr.PGSERR);
    unlock();
    doubleWord(0, 1, 2);
    expect(word(0)).toBe(0xffff_ffff);
  });

  it("is refused for less than a word, and for words that are no pair", () => {
    const { controller, unlock, control, status } = flash();
    unlock();
    control(PG);
    const clear = () => controller.write(Register.Nssr, 0xffff_ffff);
    controller.program(0, 2, 1, false);
    expect(status()).toBe(Sr.SIZERR);
    clear();
    controller.program(4, 4, 1, false);
    expect(status()).toBe(Sr.PGAERR);
    clear();
    controller.program(0, 4, 1, false);
    controller.program(12, 4, 1, false);
    expect(status()).toBe(Sr.PGAERR);
    clear();
    expect(status()).toBe(0);
  });

  it("is refused where a double word is not erased, unless it becomes 0", () => {
    const { controller, unlock, control, status, doubleWord, word } = flash();
    unlock();
    control(PG);
    doubleWord(0, 1, 2);
    doubleWord(0, 1, 2);
    expect(status()).toBe(Sr.PROGERR);
    // Not before the flag is cleared.
    doubleWord(8, 1, 2);
    expect(status()).toBe(Sr.PROGERR | Sr.PGSERR);
    controller.write(Register.Nssr, Sr.PROGERR | Sr.PGSERR);
    doubleWord(0, 0, 0);
    expect(status()).toBe(0);
    expect([word(0), word(4)]).toEqual([0, 0]);
  });

  it("is refused in pages that are write-protected", () => {
    const { options, unlock, control, status, doubleWord, word } = flash();
    options.preset(Register.Wrp1ar, areaRegister(2, 3));
    unlock();
    control(PG);
    doubleWord(2 * 2048 - 8, 1, 2);
    expect(status()).toBe(0);
    doubleWord(2 * 2048, 1, 2);
    expect(status()).toBe(Sr.WRPERR);
    expect(word(2 * 2048)).toBe(0xffff_ffff);
  });
});

describe("erasing", () => {
  const filled = (parts: Parameters<typeof flash>[0] = {}) => {
    const it = flash(parts);
    it.array.bytes.fill(0);
    it.unlock();
    const erased = () => {
      const pages = Array.from({ length: 256 }, (_, index) => index);
      return pages.filter((index) => it.array.bytes[index * 2048] === 0xff);
    };
    return { ...it, erased };
  };

  it("erases one page of a bank", () => {
    const { control, erased, status } = filled();
    control(PER | STRT | page(5));
    expect(erased()).toEqual([5]);
    control(PER | STRT | page(127) | BKER);
    expect(erased()).toEqual([5, 255]);
    expect(status()).toBe(0);
  });

  it("erases a bank, or both", () => {
    const { control, erased } = filled();
    control(MER2);
    control(MER2 | STRT);
    expect(erased()).toEqual(Array.from({ length: 128 }, (_, index) => 128 + index));
    control(MER1 | STRT);
    expect(erased()).toHaveLength(256);
  });

  it("erases pages of 4 KiB where there is one bank", () => {
    const { options, controller, control, erased } = filled();
    options.preset(Register.Optr, options.stored(Register.Optr) & ~(1 << 22));
    expect(controller.read(Register.Optr) & (1 << 22)).toBe(0);
    control(PER | STRT | page(127) | BKER);
    expect(erased()).toEqual([254, 255]);
  });

  it("needs the sectors to erase, and no PG", () => {
    const { controller, control, erased, status } = filled();
    for (const cr of [STRT, PER | PG | STRT, PER | MER1 | STRT]) {
      control(cr);
      expect(status()).toBe(Sr.PGSERR);
      controller.write(Register.Nssr, Sr.PGSERR);
    }
    expect(erased()).toEqual([]);
  });

  it("leaves write-protected pages alone, and a bank with one in it", () => {
    const { options, controller, control, erased, status } = filled();
    options.preset(Register.Wrp2br, areaRegister(3, 3));
    for (const cr of [PER | STRT | BKER | page(3), MER2 | STRT, MER1 | MER2 | STRT]) {
      control(cr);
      expect(status()).toBe(Sr.WRPERR);
      controller.write(Register.Nssr, Sr.WRPERR);
    }
    expect(erased()).toEqual([]);
  });

  it("does not get a stuck bit out of a word", () => {
    const { controller, control, status, doubleWord, word } = filled({ stuckWords: [base + 0x14] });
    control(PER | STRT);
    expect([word(0x10), word(0x14), word(0x18)]).toEqual([0xffff_fffe, 0xffff_ffff, 0xffff_ffff]);
    control(PG);
    doubleWord(0x10, 1, 2);
    expect(status()).toBe(Sr.PROGERR);
    controller.write(Register.Nssr, Sr.PROGERR);
    doubleWord(0x18, 1, 2);
    expect(status()).toBe(0);
  });

  it("is busy for the configured time", () => {
    const { control, status } = filled({ busyReads: 2 });
    control(PER | STRT);
    expect([status(), status(), status()]).toEqual([Sr.BSY, Sr.BSY, 0]);
  });
});

describe("option bytes", () => {
  it("are changed by three steps, and take effect when they are loaded", () => {
    const { controller, options, unlock, unlockOptions, control, launches } = flash();
    unlock();
    controller.write(Register.Wrp1ar, areaRegister(0, 0));
    expect(controller.read(Register.Wrp1ar)).toBe(0xff80_ffff);
    controller.reset();
    unlockOptions();
    controller.write(Register.Wrp1ar, areaRegister(0, 0));
    control(OPTSTRT);
    expect(options.isWriteProtected(0, 0)).toBe(false);
    control(OBL_LAUNCH);
    expect(launches()).toBe(1);
    expect(options.isWriteProtected(0, 0)).toBe(true);
  });

  it("forget at a reset what was not stored", () => {
    const { controller, options, unlockOptions } = flash();
    unlockOptions();
    controller.write(Register.Optr, 0x1234);
    options.load();
    expect(controller.read(Register.Optr)).toBe(0x7fef_f8aa);
  });

  it("erase everything when the protection goes back to level 0", () => {
    const { array, controller, options, unlockOptions, control } = flash();
    options.preset(Register.Optr, 0x7fef_f800);
    expect(options.rdp).toBe(1);
    array.bytes.fill(0x42);
    unlockOptions();
    controller.write(Register.Optr, 0x7fef_f8aa);
    control(OPTSTRT);
    expect(array.bytes.every((byte) => byte === 0xff)).toBe(true);
    options.load();
    expect(options.rdp).toBe(0);
  });

  it("refuse TrustZone above level 0, its end below, and all changes at level 2", () => {
    const { controller, options, unlockOptions, control, status } = flash();
    unlockOptions();
    const program = (optr: number) => {
      controller.write(Register.Optr, optr);
      control(OPTSTRT);
      const refused = (status() & Sr.OPTWERR) !== 0;
      controller.write(Register.Nssr, Sr.OPTWERR);
      return !refused;
    };
    const [zero, one, two, tz] = [0x7fef_f8aa, 0x7fef_f800, 0x7fef_f8cc, 0x8000_0000];
    expect(program(one | tz)).toBe(false);
    expect(program(zero | tz)).toBe(true);
    expect(options.stored(Register.Secwm1r1)).toBe(areaRegister(0, 0x7f));
    expect(program(zero)).toBe(false);
    expect(program(one | tz)).toBe(true);
    expect(program(zero)).toBe(true);
    expect(program(two)).toBe(true);
    expect(program(zero)).toBe(false);
  });
});
