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
import { type Sector, sectorNumbers, sectorsOf } from "./sectors.ts";

/** Offsets of registers (PM0059, RM0090, RM0385, RM0410: the chapters of the embedded flash memory). */
export const F4Register = {
  Acr: 0x00,
  Keyr: 0x04,
  Optkeyr: 0x08,
  Sr: 0x0c,
  Cr: 0x10,
  Optcr: 0x14,
  Optcr1: 0x18,
} as const;

/** Bits of FLASH_CR. */
export const F4Cr = {
  PG: 1 << 0,
  SER: 1 << 1,
  MER: 1 << 2,
  MER1: 1 << 15,
  STRT: 1 << 16,
  LOCK: 0x8000_0000,
} as const;

/** Bits of FLASH_SR. */
export const F4Sr = {
  EOP: 1,
  OPERR: 2,
  WRPERR: 1 << 4,
  PGAERR: 1 << 5,
  PGPERR: 1 << 6,
  PGSERR: 1 << 7,
  BSY: 1 << 16,
};

const errorFlags = F4Sr.EOP | F4Sr.OPERR | F4Sr.WRPERR | F4Sr.PGAERR | F4Sr.PGPERR | F4Sr.PGSERR;

/** Bits of FLASH_OPTCR. */
const Optcr = { LOCK: 1 << 0, STRT: 1 << 1, Rdp: 0xff00 } as const;

export const f4Keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];
const f4OptionKeys: readonly [number, number] = [0x0819_2a3b, 0x4c5d_6e7f];

/** What differs between the chips of this kind. */
export interface F4Data {
  readonly kind: "f4";
  readonly base: number;
  /** In bytes, the first bank's first. */
  readonly sectors: readonly number[];
  /** The second bank's sectors are numbered from 16 on. */
  readonly isDualBank?: boolean;
  /** FLASH_OPTCR and FLASH_OPTCR1 as the chip is delivered. */
  readonly options: readonly [number, number];
}

/** Sectors of 1/8, 1/2 and 1 times that size, which add up to so many bytes. */
export function growingSectors(size: number, largest: number): number[] {
  const first = [...new Array<number>(4).fill(largest / 8), largest / 2];
  const rest = (size - largest) / largest;
  return [...first, ...new Array<number>(rest).fill(largest)];
}

/** The flash controller of the STM32F2, F4 and F7: programming by the width that PSIZE says, erasing by sector. */
export class F4Controller implements FlashController, WordRegisters {
  readonly regions: readonly Region[];
  readonly #parts: ControllerParts;
  readonly #data: F4Data;
  readonly #sectors: readonly Sector[];
  readonly #lock = new KeyLock(f4Keys);
  readonly #optionLock = new KeyLock(f4OptionKeys);
  readonly #busy: Busy;
  readonly #others = new Map<number, number>();
  #rdp: RdpLevel;
  #protected: Set<number>;
  #optcr: number;
  #control = 0;
  #status = 0;

  constructor(parts: ControllerParts, data: F4Data) {
    const { array, readProtection, writeProtected, busyReads } = parts;
    this.#parts = parts;
    this.#data = data;
    this.#rdp = refuseLevels(readProtection, [0, 1, 2]);
    this.#sectors = sectorsOf(data.sectors);
    this.#busy = new Busy(busyReads);
    const offsets = writeProtected.map((address) => address - array.base);
    this.#protected = sectorNumbers(this.#sectors, offsets);
    this.#optcr = this.#optionsAtPowerOn();
    this.regions = [{ base: data.base, size: 0x400, device: wordDevice(this) }];
  }

  get rdp(): RdpLevel {
    return this.#rdp;
  }

  reset(): void {
    this.#lock.reset();
    this.#optionLock.reset();
    this.#others.clear();
    this.#control = 0;
    this.#status = 0;
    this.#busy.end();
  }

  powerOn(): void {
    this.reset();
  }

  read(offset: number): number {
    switch (offset) {
      case F4Register.Keyr:
      case F4Register.Optkeyr:
        return 0;
      case F4Register.Sr:
        return this.#status | (this.#busy.take() ? F4Sr.BSY : 0);
      case F4Register.Cr:
        return (this.#control | (this.#lock.isLocked ? F4Cr.LOCK : 0)) >>> 0;
      case F4Register.Optcr:
        return (this.#optcr | (this.#optionLock.isLocked ? Optcr.LOCK : 0)) >>> 0;
      case F4Register.Optcr1:
        return this.#others.get(offset) ?? this.#data.options[1];
      default:
        return this.#others.get(offset) ?? 0;
    }
  }

  write(offset: number, value: number): void {
    if (offset === F4Register.Keyr) this.#lock.key(value);
    else if (offset === F4Register.Optkeyr) this.#optionLock.key(value);
    else if (offset === F4Register.Sr) this.#status &= ~(value & errorFlags);
    else if (offset === F4Register.Cr) this.#writeControl(value);
    else if (offset === F4Register.Optcr) this.#writeOptions(value);
    else if (offset === F4Register.Acr || !this.#optionLock.isLocked) this.#others.set(offset, value);
  }

  /** Refused by error flags alone. Programming clears bits, and sets none. */
  program(offset: number, size: Size, value: number): boolean {
    const { array, log } = this.#parts;
    this.#busy.end();
    const width = 1 << ((this.#control >>> 8) & 3);
    if (this.#lock.isLocked || !(this.#control & F4Cr.PG)) this.#raise("PGSERR", offset);
    else if (width !== size) this.#raise("PGPERR", offset);
    else if (this.#isClosed(this.#sectorAt(offset))) this.#raise("WRPERR", offset);
    else {
      array.program(offset, size, (array.read(offset, size) & value) >>> 0);
      log.add({ kind: "program", address: array.base + offset, length: size });
      this.#busy.begin();
    }
    return true;
  }

  #writeControl(value: number): void {
    this.#busy.end();
    if (this.#lock.isLocked) return;
    this.#control = value & ~(F4Cr.LOCK | F4Cr.STRT);
    if (value & F4Cr.STRT) this.#start(value);
    if (value & F4Cr.LOCK) this.#lock.lock();
  }

  #start(control: number): void {
    if (control & F4Cr.SER) {
      const number = (control >>> 3) & 0x1f;
      const half = this.#sectors.length / 2;
      const sector = this.#data.isDualBank && number >= 16 ? number - 16 + half : number;
      if (sector in this.#sectors) this.#erase([sector]);
      else this.#raise("PGSERR", 0);
    } else if (control & (F4Cr.MER | F4Cr.MER1)) this.#erase(this.#sectorsOf(control));
  }

  /** MER is for all of one bank, or for the first of two. */
  #sectorsOf(control: number): number[] {
    const all = this.#sectors.map((_, sector) => sector);
    if (!this.#data.isDualBank) return all;
    const half = all.length / 2;
    return [
      ...(control & F4Cr.MER ? all.slice(0, half) : []),
      ...(control & F4Cr.MER1 ? all.slice(half) : []),
    ];
  }

  #erase(sectors: readonly number[]): void {
    const closed = sectors.find((sector) => this.#isClosed(sector));
    if (closed !== undefined) {
      this.#raise("WRPERR", this.#sectors[closed]!.offset);
      return;
    }
    eraseSectors(
      this.#parts,
      sectors.map((sector) => this.#sectors[sector]!),
    );
    this.#busy.begin();
  }

  /** What is written takes effect with OPTSTRT. To open a chip that was read-protected erases all of it. */
  #writeOptions(value: number): void {
    if (this.#optionLock.isLocked) return;
    this.#optcr = value & ~(Optcr.LOCK | Optcr.STRT);
    if (value & Optcr.STRT) {
      const before = this.#rdp;
      if (before !== 2) this.#rdp = rdpLevelOf((value & Optcr.Rdp) >>> 8);
      const sectors = this.#sectors.map((_, sector) => sector);
      this.#protected = new Set(sectors.filter((sector) => sector < 12 && !((value >>> (16 + sector)) & 1)));
      this.#parts.log.add({ kind: "option-bytes", change: "programmed" });
      if (before === 1 && this.#rdp === 0) this.#erase(sectors);
      this.#busy.begin();
    }
    if (value & Optcr.LOCK) this.#optionLock.lock();
  }

  #optionsAtPowerOn(): number {
    const rdp = rdpValues[this.#rdp];
    const open = (this.#data.options[0] & ~(Optcr.Rdp | Optcr.LOCK)) | (rdp << 8);
    return [...this.#protected].reduce((bits, sector) => bits & ~(1 << (16 + sector)), open);
  }

  #sectorAt(at: number): number {
    return this.#sectors.findIndex(({ offset, length }) => at >= offset && at < offset + length);
  }

  #isClosed(sector: number): boolean {
    return this.#rdp !== 0 || this.#protected.has(sector);
  }

  #raise(flag: "WRPERR" | "PGPERR" | "PGSERR", offset: number): void {
    this.#status |= F4Sr[flag];
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
