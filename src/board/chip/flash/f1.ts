import type { Size } from "../../cpu/bus.ts";
import type { Region } from "../memory-map.ts";
import { type WordRegisters, wordDevice } from "../word-registers.ts";
import { Busy } from "./busy.ts";
import {
  type ControllerParts,
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
} as const;

/** Bits of FLASH_SR. */
export const F1Sr = { BSY: 1 << 0, PGERR: 1 << 2, WRPRTERR: 1 << 4, EOP: 1 << 5 } as const;

export const f1Keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];

/** What differs between the chips of this kind. */
export interface F1Data {
  readonly kind: "f1";
  readonly base: number;
  readonly pageSize: number;
  /** Pages that one bit of FLASH_WRPR protects. */
  readonly pagesPerBit: number;
  /** Whether there is a read-out protection of level 2. */
  readonly hasLevel2: boolean;
}

/** The flash controller of the STM32F0, F1 and F3: programming by half words, erasing by page. */
export class F1Controller implements FlashController, WordRegisters {
  readonly regions: readonly Region[];
  readonly rdp: RdpLevel;
  readonly #parts: ControllerParts;
  readonly #pages: readonly Sector[];
  readonly #pagesPerBit: number;
  readonly #lock = new KeyLock(f1Keys);
  readonly #optionLock = new KeyLock(f1Keys);
  readonly #busy: Busy;
  readonly #protected: ReadonlySet<number>;
  #control = 0;
  #status = 0;
  #address = 0;
  #access = 0x30;

  constructor(parts: ControllerParts, data: F1Data) {
    const { array, readProtection, writeProtected, busyReads } = parts;
    this.rdp = refuseLevels(readProtection, data.hasLevel2 ? [0, 1, 2] : [0, 1]);
    this.#parts = parts;
    this.#pages = pagesOf(array.bytes.length, data.pageSize);
    this.#pagesPerBit = data.pagesPerBit;
    this.#busy = new Busy(busyReads);
    const offsets = writeProtected.map((address) => address - array.base);
    this.#protected = sectorNumbers(this.#pages, offsets, data.pagesPerBit);
    this.regions = [{ base: data.base, size: 0x400, device: wordDevice(this) }];
  }

  reset(): void {
    this.#lock.reset();
    this.#optionLock.reset();
    this.#control = 0;
    this.#status = 0;
    this.#access = 0x30;
    this.#busy.end();
  }

  powerOn(): void {
    this.reset();
  }

  read(offset: number): number {
    switch (offset) {
      case F1Register.Acr:
        return this.#access;
      case F1Register.Sr:
        return this.#status | (this.#busy.take() ? F1Sr.BSY : 0);
      case F1Register.Cr:
        return (
          this.#control |
          (this.#lock.isLocked ? F1Cr.LOCK : 0) |
          (this.#optionLock.isLocked ? 0 : F1Cr.OPTWRE)
        );
      case F1Register.Ar:
        return this.#address;
      case F1Register.Obr:
        return 0x03ff_fffc | (this.rdp === 0 ? 0 : 2);
      case F1Register.Wrpr:
        return this.#protection();
      default:
        return 0;
    }
  }

  write(offset: number, value: number): void {
    if (offset === F1Register.Acr) this.#access = value;
    else if (offset === F1Register.Keyr) this.#lock.key(value);
    else if (offset === F1Register.Optkeyr && !this.#lock.isLocked) this.#optionLock.key(value);
    else if (offset === F1Register.Sr) this.#status &= ~(value & (F1Sr.PGERR | F1Sr.WRPRTERR | F1Sr.EOP));
    else if (offset === F1Register.Ar && !this.#lock.isLocked) this.#address = value;
    else if (offset === F1Register.Cr) this.#writeControl(value);
  }

  /** Anything but a half word, and a write without PG, is a fault of the bus. */
  program(offset: number, size: Size, value: number): boolean {
    const { array, log } = this.#parts;
    this.#busy.end();
    if (size !== 2 || this.#lock.isLocked || !(this.#control & F1Cr.PG)) return false;
    if (this.#isClosed(this.#pageAt(offset))) this.#raise("WRPRTERR", offset);
    else if (!array.isErased(offset, 2) && value !== 0) this.#raise("PGERR", offset);
    else {
      array.program(offset, 2, value);
      log.add({ kind: "program", address: array.base + offset, length: 2 });
      this.#done();
    }
    return true;
  }

  #writeControl(value: number): void {
    this.#busy.end();
    if (this.#lock.isLocked) return;
    this.#control = value & ~(F1Cr.LOCK | F1Cr.STRT | F1Cr.OPTWRE);
    if (value & F1Cr.STRT) this.#start(value);
    if (value & F1Cr.LOCK) this.#lock.lock();
    if (!(value & F1Cr.OPTWRE) || value & F1Cr.LOCK) this.#optionLock.lock();
  }

  #start(control: number): void {
    const pages = this.#pages.map((_, page) => page);
    if (control & F1Cr.MER) this.#erase(pages);
    else if (control & F1Cr.PER) {
      const page = this.#pageAt(this.#address - this.#parts.array.base);
      if (page in this.#pages) this.#erase([page]);
    }
  }

  #erase(pages: readonly number[]): void {
    const { array, log } = this.#parts;
    const closed = pages.find((page) => this.#isClosed(page));
    if (closed !== undefined) {
      this.#raise("WRPRTERR", this.#pages[closed]!.offset);
      return;
    }
    for (const page of pages) {
      const { offset, length } = this.#pages[page]!;
      array.erase(offset, length);
      log.add({ kind: "erase", address: array.base + offset, length });
    }
    this.#done();
  }

  #pageAt(offset: number): number {
    return Math.floor(offset / this.#pages[0]!.length);
  }

  #isClosed(page: number): boolean {
    // The last bit stands for all pages that follow.
    return this.rdp !== 0 || this.#protected.has(Math.min(Math.floor(page / this.#pagesPerBit), 31));
  }

  #protection(): number {
    return [...this.#protected].reduce((bits, bit) => bits & ~(1 << Math.min(bit, 31)), 0xffff_ffff) >>> 0;
  }

  #done(): void {
    this.#status |= F1Sr.EOP;
    this.#busy.begin();
  }

  #raise(flag: "PGERR" | "WRPRTERR", offset: number): void {
    this.#status |= F1Sr[flag];
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
