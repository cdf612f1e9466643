import type { Size } from "../../cpu/bus.ts";
import type { Device, Region } from "../memory-map.ts";
import { type WordRegisters, wordDevice } from "../word-registers.ts";
import { Busy } from "./busy.ts";
import { F1Options } from "./f1-options.ts";
import {
  type ControllerParts,
  eraseSectors,
  type FlashController,
  type RdpLevel,
  refuseLevels,
} from "./flash-controller.ts";
import { KeyLock } from "./key-lock.ts";
import { pagesOf, type Sector, sectorNumbers } from "./sectors.ts";

/** Offsets of registers (RM0008 and PM0075, RM0091, RM0316: the chapters of the embedded flash memory). */
export const F1Register = {
  Acr: 0x00,
  Keyr: 0x04,
  Optkeyr: 0x08,
  Sr: 0x0c,
  Cr: 0x10,
  Ar: 0x14,
  Obr: 0x1c,
  Wrpr: 0x20,
} as const;

/** Bits of FLASH_CR. */
export const F1Cr = {
  PG: 1 << 0,
  PER: 1 << 1,
  MER: 1 << 2,
  OPTPG: 1 << 4,
  OPTER: 1 << 5,
  STRT: 1 << 6,
  LOCK: 1 << 7,
  OPTWRE: 1 << 9,
  /** Loads the option bytes by a reset; the F1 has none. */
  OBL_LAUNCH: 1 << 13,
} as const;

/** Bits of FLASH_SR. */
export const F1Sr = { BSY: 1 << 0, PGERR: 1 << 2, WRPRTERR: 1 << 4, EOP: 1 << 5 } as const;

export const f1Keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];

/** Where all chips of this kind have their option bytes. */
const optionBase = 0x1fff_f800;

/** What differs between the chips of this kind. */
export interface F1Data {
  readonly kind: "f1";
  readonly base: number;
  readonly pageSize: number;
  /** Pages that one bit of FLASH_WRPR protects. */
  readonly pagesPerBit: number;
  /** Whether there is a read-out protection of level 2. */
  readonly hasLevel2: boolean;
  /** 1 otherwise. */
  readonly banks?: 2;
}

/** Offset of the second bank's registers from those of the first bank (PM0068). */
const secondBank = 0x40;

/** One bank: a lock, a control and a status register, and the address that is to be erased. */
class Bank {
  readonly lock = new KeyLock(f1Keys);
  control = 0;
  status = 0;
  address = 0;

  reset(): void {
    this.lock.reset();
    this.control = 0;
    this.status = 0;
    this.address = 0;
  }
}

/** The flash controller of the STM32F0, F1 and F3: programming by half words, erasing by page. */
export class F1Controller implements FlashController, WordRegisters {
  readonly regions: readonly Region[];
  readonly #parts: ControllerParts;
  readonly #pages: readonly Sector[];
  readonly #pagesPerBit: number;
  readonly #banks: readonly Bank[];
  readonly #optionLock = new KeyLock(f1Keys);
  readonly #busy: Busy;
  readonly #options: F1Options;
  #access = 0x30;

  constructor(parts: ControllerParts, data: F1Data) {
    const { array, readProtection, writeProtected, busyReads } = parts;
    this.#parts = parts;
    this.#pages = pagesOf(array.bytes.length, data.pageSize);
    this.#pagesPerBit = data.pagesPerBit;
    this.#banks = Array.from({ length: data.banks ?? 1 }, () => new Bank());
    this.#busy = new Busy(busyReads);
    const offsets = writeProtected.map((address) => address - array.base);
    const closed = sectorNumbers(this.#pages, offsets, data.pagesPerBit);
    const bits = [...closed].reduce((value, bit) => value & ~(1 << Math.min(bit, 31)), 0xffff_ffff);
    this.#options = new F1Options(data.hasLevel2 ? 0xaa : 0xa5, data.hasLevel2);
    this.#options.preset(refuseLevels(readProtection, data.hasLevel2 ? [0, 1, 2] : [0, 1]), bits);
    const optionMemory: Device = {
      read: (offset, size) => this.#options.read(offset, size),
      write: (offset, size, value) => this.#programOption(offset, size, value),
    };
    this.regions = [
      { base: data.base, size: 0x400, device: wordDevice(this) },
      { base: optionBase, size: this.#options.bytes.length, device: optionMemory },
    ];
  }

  get rdp(): RdpLevel {
    return this.#options.rdp;
  }

  /** Every reset loads the option bytes. */
  reset(): void {
    this.#options.load();
    for (const bank of this.#banks) bank.reset();
    this.#optionLock.reset();
    this.#access = 0x30;
    this.#busy.end();
  }

  powerOn(): void {
    this.reset();
  }

  read(at: number): number {
    const { bank, register } = this.#place(at);
    switch (register) {
      case F1Register.Acr:
        return this.#access;
      case F1Register.Sr:
        return bank.status | (this.#busy.take() ? F1Sr.BSY : 0);
      case F1Register.Cr:
        return (
          bank.control | (bank.lock.isLocked ? F1Cr.LOCK : 0) | (this.#optionLock.isLocked ? 0 : F1Cr.OPTWRE)
        );
      case F1Register.Ar:
        return bank.address;
      case F1Register.Obr:
        return 0x03ff_fffc | (this.rdp === 0 ? 0 : 2);
      case F1Register.Wrpr:
        return this.#options.writeProtection;
      default:
        return 0;
    }
  }

  write(at: number, value: number): void {
    const { bank, register } = this.#place(at);
    const isOpen = !bank.lock.isLocked;
    if (register === F1Register.Acr) this.#access = value;
    else if (register === F1Register.Keyr) bank.lock.key(value);
    else if (register === F1Register.Optkeyr && isOpen) this.#optionLock.key(value);
    else if (register === F1Register.Sr) bank.status &= ~(value & (F1Sr.PGERR | F1Sr.WRPRTERR | F1Sr.EOP));
    else if (register === F1Register.Ar && isOpen) bank.address = value;
    else if (register === F1Register.Cr) this.#writeControl(bank, value);
  }

  /** Anything but a half word, and a write without PG, is a fault of the bus. */
  program(offset: number, size: Size, value: number): boolean {
    const { array, log } = this.#parts;
    const bank = this.#bankAt(offset);
    this.#busy.end();
    if (size !== 2 || bank.lock.isLocked || !(bank.control & F1Cr.PG)) return false;
    if (this.#isClosed(this.#pageAt(offset))) this.#raise(bank, "WRPRTERR", offset);
    else if (!array.isErased(offset, 2) && value !== 0) this.#raise(bank, "PGERR", offset);
    else {
      array.program(offset, 2, value);
      log.add({ kind: "program", address: array.base + offset, length: 2 });
      this.#done(bank);
    }
    return true;
  }

  #writeControl(bank: Bank, value: number): void {
    this.#busy.end();
    if (bank.lock.isLocked) return;
    bank.control = value & ~(F1Cr.LOCK | F1Cr.STRT | F1Cr.OPTWRE);
    if (value & F1Cr.STRT) this.#start(bank, value);
    if (value & F1Cr.LOCK) bank.lock.lock();
    if (!(value & F1Cr.OPTWRE) || value & F1Cr.LOCK) this.#optionLock.lock();
    if (value & F1Cr.OBL_LAUNCH) this.#parts.relaunch();
  }

  #eraseOptions(bank: Bank): void {
    this.#options.erase();
    this.#done(bank);
  }

  /** To open a chip that was read-protected erases all of it. */
  #programOption(offset: number, size: Size, value: number): boolean {
    const bank = this.#banks[0]!;
    if (size !== 2 || this.#optionLock.isLocked || !(bank.control & F1Cr.OPTPG)) return false;
    const before = this.#options.rdp;
    if (!this.#options.program(offset, value)) {
      this.#raise(bank, "PGERR", 0);
      return true;
    }
    this.#parts.log.add({ kind: "option-bytes", change: "programmed" });
    if (offset === 0 && before !== 0 && this.#options.storedRdp === 0) eraseSectors(this.#parts, this.#pages);
    this.#done(bank);
    return true;
  }

  #start(bank: Bank, control: number): void {
    if (control & F1Cr.OPTER) {
      if (!this.#optionLock.isLocked) this.#eraseOptions(bank);
      return;
    }
    const own = this.#pages
      .map((_, page) => page)
      .filter((page) => this.#bankAt(this.#pages[page]!.offset) === bank);
    if (control & F1Cr.MER) this.#erase(bank, own);
    else if (control & F1Cr.PER) {
      const page = this.#pageAt(bank.address - this.#parts.array.base);
      if (own.includes(page)) this.#erase(bank, [page]);
    }
  }

  #erase(bank: Bank, pages: readonly number[]): void {
    const closed = pages.find((page) => this.#isClosed(page));
    if (closed !== undefined) {
      this.#raise(bank, "WRPRTERR", this.#pages[closed]!.offset);
      return;
    }
    eraseSectors(
      this.#parts,
      pages.map((page) => this.#pages[page]!),
    );
    this.#done(bank);
  }

  #place(at: number): { bank: Bank; register: number } {
    const isSecond = this.#banks.length === 2 && at >= secondBank && at < 2 * secondBank;
    return isSecond
      ? { bank: this.#banks[1]!, register: at - secondBank }
      : { bank: this.#banks[0]!, register: at };
  }

  #bankAt(offset: number): Bank {
    return this.#banks[Math.floor(offset / (this.#parts.array.bytes.length / this.#banks.length))]!;
  }

  #pageAt(offset: number): number {
    return Math.floor(offset / this.#pages[0]!.length);
  }

  #isClosed(page: number): boolean {
    // The last bit covers all remaining pages.
    const bit = Math.min(Math.floor(page / this.#pagesPerBit), 31);
    return this.rdp !== 0 || ((this.#options.writeProtection >>> bit) & 1) === 0;
  }

  #done(bank: Bank): void {
    bank.status |= F1Sr.EOP;
    this.#busy.begin();
  }

  #raise(bank: Bank, flag: "PGERR" | "WRPRTERR", offset: number): void {
    bank.status |= F1Sr[flag];
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
