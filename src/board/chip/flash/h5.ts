import type { Size } from "../../cpu/bus.ts";
import type { Region } from "../memory-map.ts";
import { type WordRegisters, wordDevice } from "../word-registers.ts";
import { Busy } from "./busy.ts";
import { CellBuffer } from "./cell-buffer.ts";
import {
  type ControllerParts,
  eraseSectors,
  type FlashController,
  refuseLevels,
} from "./flash-controller.ts";
import { KeyLock } from "./key-lock.ts";
import { pagesOf, type Sector, sectorNumbers } from "./sectors.ts";

/** Offsets of the non-secure registers (RM0481, RM0492: the chapter of the embedded flash memory). */
export const H5Register = {
  Acr: 0x00,
  Keyr: 0x04,
  Optcr: 0x1c,
  Sr: 0x20,
  Cr: 0x28,
  Ccr: 0x30,
  OptsrCur: 0x50,
  Optsr2Cur: 0x70,
  Wrp1Cur: 0xe8,
  Wrp2Cur: 0x1e8,
} as const;

/** Bits of FLASH_NSCR. */
export const H5Cr = {
  LOCK: 1,
  PG: 2,
  SER: 4,
  BER: 8,
  STRT: 1 << 5,
  MER: 1 << 15,
  BKSEL: 0x8000_0000,
} as const;

/** Bits of FLASH_NSSR. */
export const H5Sr = {
  BSY: 1 << 0,
  EOP: 1 << 16,
  WRPERR: 1 << 17,
  PGSERR: 1 << 18,
  STRBERR: 1 << 19,
  INCERR: 1 << 20,
} as const;

type ErrorFlag = "WRPERR" | "PGSERR" | "STRBERR" | "INCERR";

export const h5Keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];

/** FLASH_OPTSR: the product state is open. FLASH_OPTSR2: TrustZone is off. */
const openState = 0xed << 8;
const withoutTrustZone = 0xc300_0000;

const sectorSize = 8192;
const cell = 16;

/** What differs between the chips of this kind. */
export interface H5Data {
  readonly kind: "h5";
  readonly base: number;
  /** Sectors that one bit of FLASH_WRP protects. */
  readonly sectorsPerBit: number;
}

/**
 * The flash controller of the STM32H5 with TrustZone off and its product state open: one lock for both banks, programming by
 * 128 bits, erasing by sector and bank.
 */
export class H5Controller implements FlashController, WordRegisters {
  readonly regions: readonly Region[];
  readonly rdp = 0;
  readonly #parts: ControllerParts;
  readonly #sectors: readonly Sector[];
  readonly #sectorsPerBit: number;
  readonly #protected: ReadonlySet<number>;
  readonly #lock = new KeyLock(h5Keys);
  readonly #buffer = new CellBuffer(cell);
  readonly #busy: Busy;
  #access = 0x13;
  #control = 0;
  #status = 0;

  constructor(parts: ControllerParts, { base, sectorsPerBit }: H5Data) {
    const { array, readProtection, writeProtected, busyReads } = parts;
    refuseLevels(readProtection, [0]);
    this.#parts = parts;
    this.#sectors = pagesOf(array.bytes.length, sectorSize);
    this.#sectorsPerBit = sectorsPerBit;
    const offsets = writeProtected.map((address) => address - array.base);
    this.#protected = sectorNumbers(this.#sectors, offsets, sectorsPerBit);
    this.#busy = new Busy(busyReads);
    this.regions = [{ base, size: 0x400, device: wordDevice(this) }];
  }

  reset(): void {
    this.#lock.reset();
    this.#buffer.clear();
    this.#busy.end();
    this.#access = 0x13;
    this.#control = 0;
    this.#status = 0;
  }

  powerOn(): void {
    this.reset();
  }

  read(offset: number): number {
    switch (offset) {
      case H5Register.Acr:
        return this.#access;
      case H5Register.Sr:
        return this.#status | (this.#busy.take() ? H5Sr.BSY : 0);
      case H5Register.Cr:
        return (this.#control | (this.#lock.isLocked ? H5Cr.LOCK : 0)) >>> 0;
      case H5Register.Optcr:
        return 1;
      case H5Register.OptsrCur:
        return openState;
      case H5Register.Optsr2Cur:
        return withoutTrustZone;
      case H5Register.Wrp1Cur:
        return this.#protection(0);
      case H5Register.Wrp2Cur:
        return this.#protection(1);
      default:
        return 0;
    }
  }

  write(offset: number, value: number): void {
    if (offset === H5Register.Acr) this.#access = value;
    else if (offset === H5Register.Keyr) this.#lock.key(value);
    else if (offset === H5Register.Ccr) this.#status &= ~value;
    else if (offset === H5Register.Cr) this.#writeControl(value);
  }

  /** Refused by error flags alone. */
  program(at: number, size: Size, value: number): boolean {
    this.#busy.end();
    if (this.#lock.isLocked || !(this.#control & H5Cr.PG)) {
      this.#raise("PGSERR", at);
      return true;
    }
    const full = this.#buffer.take(at, size, value);
    if (typeof full === "string") this.#raise(full, at);
    else if (full !== undefined) this.#commit(full.offset, full.bytes);
    return true;
  }

  /** A cell that is not erased loses bits, and its check sum would no longer fit. */
  #commit(offset: number, bytes: Uint8Array): void {
    const { array, log } = this.#parts;
    if (this.#isClosed(Math.floor(offset / sectorSize))) {
      this.#raise("WRPERR", offset);
      return;
    }
    array.clearBits(offset, bytes);
    log.add({ kind: "program", address: array.base + offset, length: bytes.length });
    this.#done();
  }

  #writeControl(value: number): void {
    this.#busy.end();
    if (this.#lock.isLocked) return;
    this.#control = value & ~(H5Cr.LOCK | H5Cr.STRT);
    if (!(value & H5Cr.PG)) this.#buffer.clear();
    if (value & H5Cr.STRT) this.#erase(this.#sectorsFor(value));
    if (value & H5Cr.LOCK) this.#lock.lock();
  }

  #sectorsFor(control: number): number[] {
    const half = this.#sectors.length / 2;
    const first = control & H5Cr.BKSEL ? half : 0;
    if (control & H5Cr.MER) return this.#sectors.map((_, sector) => sector);
    if (control & H5Cr.BER) return Array.from({ length: half }, (_, sector) => first + sector);
    return control & H5Cr.SER ? [first + (((control >>> 6) & 0x7f) % half)] : [];
  }

  #erase(sectors: readonly number[]): void {
    const closed = sectors.find((sector) => this.#isClosed(sector));
    if (sectors.length === 0) this.#raise("PGSERR", 0);
    else if (closed !== undefined) this.#raise("WRPERR", this.#sectors[closed]!.offset);
    else {
      eraseSectors(
        this.#parts,
        sectors.map((sector) => this.#sectors[sector]!),
      );
      this.#done();
    }
  }

  #isClosed(sector: number): boolean {
    return this.#protected.has(Math.floor(sector / this.#sectorsPerBit));
  }

  #protection(bank: 0 | 1): number {
    const bits = this.#sectors.length / 2 / this.#sectorsPerBit;
    const own = [...this.#protected].map((bit) => bit - bank * bits).filter((bit) => bit >= 0 && bit < bits);
    return own.reduce((value, bit) => value & ~(1 << bit), 0xffff_ffff) >>> 0;
  }

  #done(): void {
    this.#status |= H5Sr.EOP;
    this.#busy.begin();
  }

  #raise(flag: ErrorFlag, offset: number): void {
    this.#status |= H5Sr[flag];
    this.#buffer.clear();
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
