import type { Size } from "../../cpu/bus.ts";
import type { Region } from "../memory-map.ts";
import { type WordRegisters, wordDevice } from "../word-registers.ts";
import { Busy } from "./busy.ts";
import { CellBuffer } from "./cell-buffer.ts";
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
import { pagesOf, type Sector, sectorNumbers } from "./sectors.ts";

/** Offsets of registers; those of the second bank follow at 0x100 (RM0433, RM0455, RM0468, chapter 4). */
export const H7Register = {
  Acr: 0x00,
  Keyr: 0x04,
  Optkeyr: 0x08,
  Cr: 0x0c,
  Sr: 0x10,
  Ccr: 0x14,
  Optcr: 0x18,
  OptsrCur: 0x1c,
  OptsrPrg: 0x20,
  Optccr: 0x24,
  WpsnCur: 0x38,
  WpsnPrg: 0x3c,
} as const;

const secondBank = 0x100;

/** Bits of FLASH_CR that all chips have in the same place. */
export const H7Cr = { LOCK: 1 << 0, PG: 1 << 1, SER: 1 << 2, BER: 1 << 3 } as const;

/** Bits of FLASH_SR. */
export const H7Sr = {
  BSY: 1 << 0,
  QW: 1 << 2,
  EOP: 1 << 16,
  WRPERR: 1 << 17,
  PGSERR: 1 << 18,
  STRBERR: 1 << 19,
  INCERR: 1 << 21,
} as const;

type ErrorFlag = "WRPERR" | "PGSERR" | "STRBERR" | "INCERR";

/** Bits of FLASH_OPTCR. */
const Optcr = { LOCK: 1 << 0, START: 1 << 1 } as const;

export const h7Keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];
const h7OptionKeys: readonly [number, number] = [0x0819_2a3b, 0x4c5d_6e7f];

/** What differs between the chips of this kind. */
export interface H7Data {
  readonly kind: "h7";
  readonly base: number;
  readonly sectorSize: number;
  readonly banks: 1 | 2;
  /** What is programmed at once, in bytes. */
  readonly cell: 16 | 32;
  /** Where FLASH_CR has START, and the sector's number from. */
  readonly startBit: number;
  readonly sectorShift: number;
  /** Sectors that one bit of FLASH_WPSN protects. */
  readonly sectorsPerBit: number;
}

/** One bank: a lock, a control and a status register, and the buffer that is programmed at once. */
class Bank {
  readonly lock = new KeyLock(h7Keys);
  control = 0;
  status = 0;
  readonly buffer: CellBuffer;

  constructor(cell: number) {
    this.buffer = new CellBuffer(cell);
  }

  reset(): void {
    this.lock.reset();
    this.control = 0;
    this.status = 0;
    this.buffer.clear();
  }
}

/** The flash controller of the STM32H7: programming by 256 or 128 bits, erasing by sector and bank. */
export class H7Controller implements FlashController, WordRegisters {
  readonly regions: readonly Region[];
  readonly #parts: ControllerParts;
  readonly #data: H7Data;
  readonly #banks: readonly Bank[];
  readonly #sectors: readonly Sector[];
  readonly #optionLock = new KeyLock(h7OptionKeys);
  readonly #busy: Busy;
  readonly #others = new Map<number, number>();
  #rdp: RdpLevel;
  #protected: Set<number>;

  constructor(parts: ControllerParts, data: H7Data) {
    const { array, readProtection, writeProtected, busyReads } = parts;
    this.#parts = parts;
    this.#data = data;
    this.#rdp = refuseLevels(readProtection, [0, 1, 2]);
    this.#banks = Array.from({ length: data.banks }, () => new Bank(data.cell));
    this.#sectors = pagesOf(array.bytes.length, data.sectorSize);
    this.#busy = new Busy(busyReads);
    const offsets = writeProtected.map((address) => address - array.base);
    this.#protected = sectorNumbers(this.#sectors, offsets, data.sectorsPerBit);
    this.regions = [{ base: data.base, size: 0x400, device: wordDevice(this) }];
  }

  get rdp(): RdpLevel {
    return this.#rdp;
  }

  reset(): void {
    for (const bank of this.#banks) bank.reset();
    this.#optionLock.reset();
    this.#others.clear();
    this.#busy.end();
  }

  powerOn(): void {
    this.reset();
  }

  read(at: number): number {
    const { bank, register, number } = this.#place(at);
    switch (register) {
      case H7Register.Keyr:
      case H7Register.Optkeyr:
        return 0;
      case H7Register.Cr:
        return bank.control | (bank.lock.isLocked ? H7Cr.LOCK : 0);
      case H7Register.Sr:
        return bank.status | (this.#busy.take() ? H7Sr.QW | H7Sr.BSY : 0);
      case H7Register.Optcr:
        return this.#optionLock.isLocked ? Optcr.LOCK : 0;
      case H7Register.OptsrCur:
        return 0x0406_00f0 | (rdpValues[this.#rdp] << 8);
      case H7Register.OptsrPrg:
        return this.#others.get(register) ?? this.read(H7Register.OptsrCur);
      case H7Register.WpsnCur:
        return this.#protection(number);
      case H7Register.WpsnPrg:
        return this.#others.get(at) ?? this.#protection(number);
      default:
        return this.#others.get(register) ?? 0;
    }
  }

  write(at: number, value: number): void {
    const { bank, register, number } = this.#place(at);
    switch (register) {
      case H7Register.Keyr:
        bank.lock.key(value);
        return;
      case H7Register.Optkeyr:
        this.#optionLock.key(value);
        return;
      case H7Register.Cr:
        this.#writeControl(bank, number, value);
        return;
      case H7Register.Ccr:
        bank.status &= ~value;
        return;
      case H7Register.Optcr:
        this.#writeOptions(value);
        return;
      case H7Register.WpsnPrg:
        if (!this.#optionLock.isLocked) this.#others.set(at, value);
        return;
      case H7Register.OptsrPrg:
        if (!this.#optionLock.isLocked) this.#others.set(register, value);
        return;
      case H7Register.Acr:
        this.#others.set(register, value);
    }
  }

  /** Refused by error flags alone. Writes of any width fill the buffer, which is programmed when it is full. */
  program(offset: number, size: Size, value: number): boolean {
    this.#busy.end();
    const number = this.#bankAt(offset);
    const bank = this.#banks[number]!;
    const flag = this.#take(bank, offset, size, value);
    if (flag !== undefined) this.#raise(bank, flag, offset);
    return true;
  }

  #take(bank: Bank, at: number, size: Size, value: number): ErrorFlag | undefined {
    if (bank.lock.isLocked || !(bank.control & H7Cr.PG)) return "PGSERR";
    const full = bank.buffer.take(at, size, value);
    if (full === undefined || typeof full === "string") return full;
    return this.#commit(bank, full.offset, full.bytes);
  }

  /** A cell that is not erased loses bits, and its check sum would no longer fit. */
  #commit(bank: Bank, offset: number, bytes: Uint8Array): ErrorFlag | undefined {
    const { array, log } = this.#parts;
    if (this.#isClosed(this.#sectorAt(offset))) return "WRPERR";
    array.clearBits(offset, bytes);
    log.add({ kind: "program", address: array.base + offset, length: bytes.length });
    this.#done(bank);
    return undefined;
  }

  #writeControl(bank: Bank, number: number, value: number): void {
    this.#busy.end();
    if (bank.lock.isLocked) return;
    const { startBit, sectorShift } = this.#data;
    bank.control = value & ~(H7Cr.LOCK | (1 << startBit));
    if (!(value & H7Cr.PG)) bank.buffer.clear();
    if (value & (1 << startBit)) {
      const sectors = this.#sectorsOf(number);
      const sector = sectors[(value >>> sectorShift) & 0x7f & (sectors.length - 1)];
      if (value & H7Cr.BER) this.#erase(bank, sectors);
      else if (value & H7Cr.SER && sector !== undefined) this.#erase(bank, [sector]);
      else this.#raise(bank, "PGSERR", 0);
    }
    if (value & H7Cr.LOCK) bank.lock.lock();
  }

  #erase(bank: Bank, sectors: readonly number[]): void {
    const closed = sectors.find((sector) => this.#isClosed(sector));
    if (closed !== undefined) {
      this.#raise(bank, "WRPERR", this.#sectors[closed]!.offset);
      return;
    }
    eraseSectors(
      this.#parts,
      sectors.map((sector) => this.#sectors[sector]!),
    );
    this.#done(bank);
  }

  #writeOptions(value: number): void {
    if (!this.#optionLock.isLocked && value & Optcr.START) {
      const options = this.#others.get(H7Register.OptsrPrg) ?? this.read(H7Register.OptsrCur);
      const before = this.#rdp;
      if (before !== 2) this.#rdp = rdpLevelOf((options >>> 8) & 0xff);
      this.#protected = this.#protectionAsked();
      this.#parts.log.add({ kind: "option-bytes", change: "programmed" });
      if (before === 1 && this.#rdp === 0) {
        this.#banks.forEach((bank, number) => {
          this.#erase(bank, this.#sectorsOf(number));
        });
      }
    }
    if (value & Optcr.LOCK) this.#optionLock.lock();
  }

  #protectionAsked(): Set<number> {
    const perBank = this.#bitsPerBank();
    const bits = this.#banks.flatMap((_, number) => {
      const asked = this.read(H7Register.WpsnPrg + number * secondBank);
      return Array.from({ length: perBank }, (_, bit) => bit)
        .filter((bit) => !((asked >>> bit) & 1))
        .map((bit) => number * perBank + bit);
    });
    return new Set(bits);
  }

  #protection(number: number): number {
    const perBank = this.#bitsPerBank();
    const own = [...this.#protected]
      .map((bit) => bit - number * perBank)
      .filter((bit) => bit >= 0 && bit < perBank);
    return own.reduce((bits, bit) => bits & ~(1 << bit), 2 ** perBank - 1) >>> 0;
  }

  #bitsPerBank(): number {
    return this.#sectorsOf(0).length / this.#data.sectorsPerBit;
  }

  #place(at: number): { bank: Bank; register: number; number: number } {
    const number = at >= secondBank && at < 2 * secondBank && this.#banks.length === 2 ? 1 : 0;
    return { bank: this.#banks[number]!, register: at - number * secondBank, number };
  }

  #bankAt(offset: number): number {
    return Math.floor(offset / (this.#parts.array.bytes.length / this.#banks.length));
  }

  #sectorsOf(number: number): number[] {
    const count = this.#sectors.length / this.#banks.length;
    return Array.from({ length: count }, (_, sector) => number * count + sector);
  }

  #sectorAt(offset: number): number {
    return Math.floor(offset / this.#data.sectorSize);
  }

  #isClosed(sector: number): boolean {
    return this.#rdp !== 0 || this.#protected.has(Math.floor(sector / this.#data.sectorsPerBit));
  }

  #done(bank: Bank): void {
    bank.status |= H7Sr.EOP;
    this.#busy.begin();
  }

  #raise(bank: Bank, flag: ErrorFlag, offset: number): void {
    bank.status |= H7Sr[flag];
    bank.buffer.clear();
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
