import type { Size } from "../../cpu/bus.ts";
import type { Region } from "../memory-map.ts";
import { type WordRegisters, wordDevice } from "../word-registers.ts";
import { Busy } from "./busy.ts";
import {
  type ControllerParts,
  eraseSectors,
  type FlashController,
  type RdpLevel,
  rdpLevelOf,
  rdpValues,
  refuseLevels,
} from "./flash-controller.ts";
import { KeyLock } from "./key-lock.ts";

/** Offsets of registers (RM0367, RM0038: the chapters of the program memory). */
export const LxRegister = {
  Acr: 0x00,
  Pecr: 0x04,
  Pekeyr: 0x0c,
  Prgkeyr: 0x10,
  Optkeyr: 0x14,
  Sr: 0x18,
  Obr: 0x1c,
  Wrpr: 0x20,
} as const;

/** Bits of FLASH_PECR. */
export const Pecr = {
  PELOCK: 1 << 0,
  PRGLOCK: 1 << 1,
  OPTLOCK: 1 << 2,
  PROG: 1 << 3,
  DATA: 1 << 4,
  ERASE: 1 << 9,
  FPRG: 1 << 10,
  OBL_LAUNCH: 1 << 18,
} as const;

/** Bits of FLASH_SR. */
export const LxSr = {
  BSY: 1 << 0,
  EOP: 1 << 1,
  ENDHV: 1 << 2,
  READY: 1 << 3,
  WRPERR: 1 << 8,
  PGAERR: 1 << 9,
  SIZERR: 1 << 10,
  NOTZEROERR: 1 << 16,
} as const;

type ErrorFlag = "WRPERR" | "PGAERR" | "SIZERR" | "NOTZEROERR";

const clearable = LxSr.EOP | LxSr.WRPERR | LxSr.PGAERR | LxSr.SIZERR | LxSr.NOTZEROERR;

export const lxKeys = {
  control: [0x89ab_cdef, 0x0203_0405],
  program: [0x8c9d_aebf, 0x1314_1516],
  options: [0xfbea_d9c8, 0x2425_2627],
} as const satisfies Record<string, readonly [number, number]>;

/** Where the option bytes are. */
const optionBase = 0x1ff8_0000;

/** Write protection is by this many bytes (RM0367, 3.3.4; RM0038, 3.7.4). */
const protectedSector = 4096;

/** What differs between the chips of this kind. */
export interface LxData {
  readonly kind: "lx";
  readonly base: number;
  readonly pageSize: number;
}

/**
 * The flash controller of the STM32L0 and L1, whose erased bytes are 0: programming by words and by half pages, erasing by a
 * write into a page.
 */
export class LxController implements FlashController, WordRegisters {
  readonly regions: readonly Region[];
  readonly #parts: ControllerParts;
  readonly #pageSize: number;
  readonly #locks = {
    control: new KeyLock(lxKeys.control),
    program: new KeyLock(lxKeys.program),
    options: new KeyLock(lxKeys.options),
  };
  readonly #busy: Busy;
  readonly #protected: ReadonlySet<number>;
  /** RDP as it is in effect, and as the next reset that loads it will find it. */
  #rdp: number;
  #storedRdp: number;
  #control = 0;
  #status = 0;
  #access = 0;
  /** Words of a half page that is not complete yet, and where it begins. */
  #pending: { offset: number; values: number[] } | undefined;

  constructor(parts: ControllerParts, { base, pageSize }: LxData) {
    const { array, readProtection, writeProtected, busyReads } = parts;
    this.#storedRdp = rdpValues[refuseLevels(readProtection, [0, 1, 2])];
    this.#rdp = this.#storedRdp;
    this.#parts = parts;
    this.#pageSize = pageSize;
    this.#busy = new Busy(busyReads);
    this.#protected = new Set(writeProtected.map((address) => sectorOf(address - array.base)));
    this.regions = [
      { base, size: 0x400, device: wordDevice(this) },
      { base: optionBase, size: 4, device: wordDevice(this.#options) },
    ];
  }

  get rdp(): RdpLevel {
    return rdpLevelOf(this.#rdp);
  }

  reset(): void {
    for (const lock of Object.values(this.#locks)) lock.reset();
    this.#control = 0;
    this.#status = 0;
    this.#access = 0;
    this.#pending = undefined;
    this.#busy.end();
  }

  powerOn(): void {
    this.#rdp = this.#storedRdp;
    this.reset();
  }

  read(offset: number): number {
    switch (offset) {
      case LxRegister.Acr:
        return this.#access;
      case LxRegister.Pecr:
        return this.#control | this.#lockBits();
      case LxRegister.Sr:
        return this.#status | (this.#busy.take() ? LxSr.BSY : LxSr.ENDHV | LxSr.READY);
      case LxRegister.Obr:
        return this.#rdp;
      case LxRegister.Wrpr:
        return [...this.#protected].reduce((bits, sector) => bits | (1 << sector), 0) >>> 0;
      default:
        return 0;
    }
  }

  write(offset: number, value: number): void {
    const { control, program, options } = this.#locks;
    if (offset === LxRegister.Acr) this.#access = value;
    else if (offset === LxRegister.Pekeyr) control.key(value);
    else if (offset === LxRegister.Prgkeyr && !control.isLocked) program.key(value);
    else if (offset === LxRegister.Optkeyr && !control.isLocked) options.key(value);
    else if (offset === LxRegister.Sr) this.#status &= ~(value & clearable);
    else if (offset === LxRegister.Pecr) this.#writeControl(value);
  }

  /** The first word of the option bytes: RDP, and its complement. To open a chip that was read-protected erases all of it. */
  readonly #options: WordRegisters = {
    read: () => (this.#storedRdp | ((~this.#storedRdp & 0xffff) << 16)) >>> 0,
    write: (_, value) => {
      if (this.#locks.options.isLocked) {
        this.#raise("WRPERR", 0);
        return;
      }
      const before = this.rdp;
      if (before !== 2) this.#storedRdp = value & 0xff;
      this.#parts.log.add({ kind: "option-bytes", change: "programmed" });
      if (before === 1 && rdpLevelOf(this.#storedRdp) === 0) {
        eraseSectors(this.#parts, [{ offset: 0, length: this.#parts.array.bytes.length }]);
      }
      this.#done();
    },
  };

  /** Refused by error flags alone. */
  program(offset: number, size: Size, value: number): boolean {
    this.#busy.end();
    const flag = this.#take(offset, size, value);
    if (flag !== undefined) this.#raise(flag, offset);
    return true;
  }

  #take(offset: number, size: Size, value: number): ErrorFlag | undefined {
    const programs = (this.#control & Pecr.PROG) !== 0;
    if (this.#locks.program.isLocked || this.#isClosed(offset)) return "WRPERR";
    if (size !== 4) return "SIZERR";
    if (programs && this.#control & Pecr.ERASE) return this.#erase(offset);
    if (programs && this.#control & Pecr.FPRG) return this.#takeOfHalfPage(offset, value);
    return this.#commit(offset, [value]);
  }

  #takeOfHalfPage(offset: number, value: number): ErrorFlag | undefined {
    const half = this.#pageSize / 2;
    const pending = this.#pending ?? { offset, values: [] };
    this.#pending = undefined;
    if (pending.offset % half !== 0 || offset !== pending.offset + 4 * pending.values.length) return "PGAERR";
    pending.values.push(value);
    if (4 * pending.values.length === half) return this.#commit(pending.offset, pending.values);
    this.#pending = pending;
    return undefined;
  }

  #commit(offset: number, values: readonly number[]): ErrorFlag | undefined {
    const { array, log } = this.#parts;
    const length = 4 * values.length;
    if (!array.isErased(offset, length)) return "NOTZEROERR";
    for (const [index, value] of values.entries()) array.program(offset + 4 * index, 4, value);
    log.add({ kind: "program", address: array.base + offset, length });
    this.#done();
    return undefined;
  }

  #erase(offset: number): undefined {
    const start = offset - (offset % this.#pageSize);
    eraseSectors(this.#parts, [{ offset: start, length: this.#pageSize }]);
    this.#done();
  }

  #writeControl(value: number): void {
    this.#busy.end();
    const { control, program, options } = this.#locks;
    if (control.isLocked) return;
    this.#control = value & (Pecr.PROG | Pecr.DATA | Pecr.ERASE | Pecr.FPRG);
    if (value & (Pecr.PELOCK | Pecr.PRGLOCK)) {
      program.lock();
      this.#control = 0;
    }
    if (value & (Pecr.PELOCK | Pecr.OPTLOCK)) options.lock();
    if (value & Pecr.PELOCK) control.lock();
    if (!(this.#control & Pecr.FPRG)) this.#pending = undefined;
    if (value & Pecr.OBL_LAUNCH) {
      this.#rdp = this.#storedRdp;
      this.#parts.relaunch();
    }
  }

  #lockBits(): number {
    const { control, program, options } = this.#locks;
    return (
      (control.isLocked ? Pecr.PELOCK : 0) |
      (program.isLocked ? Pecr.PRGLOCK : 0) |
      (options.isLocked ? Pecr.OPTLOCK : 0)
    );
  }

  #isClosed(offset: number): boolean {
    return this.rdp !== 0 || this.#protected.has(sectorOf(offset));
  }

  #done(): void {
    this.#status |= LxSr.EOP;
    this.#busy.begin();
  }

  #raise(flag: ErrorFlag, offset: number): void {
    this.#status |= LxSr[flag];
    this.#pending = undefined;
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}

function sectorOf(offset: number): number {
  return Math.floor(offset / protectedSector);
}
