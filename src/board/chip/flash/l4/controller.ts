import type { Size } from "../../../cpu/bus.ts";
import type { BoardLog } from "../../../log.ts";
import type { WordRegisters } from "../../word-registers.ts";
import type { FlashArray } from "../array.ts";
import { Busy } from "../busy.ts";
import { eraseSectors } from "../flash-controller.ts";
import { KeyLock } from "../key-lock.ts";
import { ControllerHalf } from "./half.ts";
import { type L4Layout, type Page, Pages } from "./layout.ts";
import { L5Register } from "./layout-l5.ts";
import type { OptionBytes } from "./option-bytes.ts";
import { Cr, type ErrorFlag, optionKeys, Sr } from "./registers.ts";

export interface L4Parts {
  layout: L4Layout;
  array: FlashArray;
  options: OptionBytes;
  log: BoardLog;
  /** How often BSY is seen after an operation. */
  busyReads: number;
  /** Asked for by OBL_LAUNCH. */
  relaunch: () => void;
}

/** Words of a cell that is not complete yet. */
interface Pending {
  offset: number;
  values: number[];
}

/** Why an operation is not done, and where. */
interface Refusal {
  flag: ErrorFlag;
  offset: number;
}

/**
 * The flash controller of the STM32L4 and its relatives: keys and locks, programming by double or quad words, erasing by
 * page and bank, option bytes, error flags.
 */
export class L4Controller implements WordRegisters {
  readonly #parts: L4Parts;
  readonly #pages: Pages;
  readonly #nonSecure = new ControllerHalf();
  readonly #secure = new ControllerHalf();
  readonly #optionLock = new KeyLock(optionKeys);
  /** SECBB…, ACR and others that mean nothing here but what was written. */
  readonly #others = new Map<number, number>();
  readonly #busy: Busy;
  readonly #readers: ReadonlyMap<number, () => number>;
  readonly #writers: ReadonlyMap<number, (value: number) => void>;
  #pending: Pending | undefined;

  constructor(parts: L4Parts) {
    this.#parts = parts;
    this.#busy = new Busy(parts.busyReads);
    this.#pages = new Pages(parts.array.bytes.length, parts.layout.pageSize);
    const { nonSecure, secure, optionKey } = parts.layout.registers;
    const halves = [
      [nonSecure, this.#nonSecure] as const,
      ...(secure ? [[secure, this.#secure] as const] : []),
    ];
    this.#readers = new Map([
      ...halves.flatMap(([{ key, status, control }, half]) => [
        [key, () => 0] as const,
        [status, () => half.status | (this.#busy.take() ? Sr.BSY : 0)] as const,
        [control, () => half.control | this.#optionLockBit(half)] as const,
      ]),
      [optionKey, () => 0],
    ]);
    this.#writers = new Map([
      ...halves.flatMap(([{ key, status, control }, half]) => [
        [key, (value: number) => half.lock.key(value)] as const,
        [status, (value: number) => half.clear(value)] as const,
        [control, (value: number) => this.#control(half, value)] as const,
      ]),
      [optionKey, (value) => this.#optionKey(value)],
    ]);
  }

  reset(): void {
    for (const half of [this.#nonSecure, this.#secure]) half.reset();
    this.#optionLock.reset();
    this.#others.clear();
    this.#pending = undefined;
    this.#busy.end();
  }

  read(offset: number): number {
    const reader = this.#readers.get(offset);
    if (reader !== undefined) return reader() >>> 0;
    const { options } = this.#parts;
    return options.has(offset) ? options.read(offset) : (this.#others.get(offset) ?? 0);
  }

  write(offset: number, value: number): void {
    const { options } = this.#parts;
    const writer = this.#writers.get(offset);
    if (writer !== undefined) writer(value);
    else if (!options.has(offset)) this.#others.set(offset, value);
    else if (!this.#optionLock.isLocked) options.write(offset, value);
  }

  /** Whether an access of that kind may see a page: in a secure way a secure page, in a non-secure way another. */
  isVisible(offset: number, secure: boolean): boolean {
    return !this.#parts.options.hasTrustZone || this.#isSecure(offset) === secure;
  }

  /** A write to the flash itself, `offset` bytes after its beginning. It can fail only by error flags. */
  program(offset: number, size: Size, value: number, secure: boolean): void {
    const half = secure ? this.#secure : this.#nonSecure;
    // The bus waits for what is under way.
    this.#busy.end();
    const flag = this.#takeWord(half, offset, size, value);
    if (flag !== undefined) this.#raise(half, { flag, offset });
  }

  #takeWord(half: ControllerHalf, offset: number, size: Size, value: number): ErrorFlag | undefined {
    const { cell } = this.#parts.layout;
    if (!this.isVisible(offset, half === this.#secure)) return "WRPERR";
    if (!(half.control & Cr.PG) || half.isBlocked) return "PGSERR";
    if (size !== 4) return "SIZERR";
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending === undefined) {
      if (offset % cell !== 0) return "PGAERR";
      this.#pending = { offset, values: [value] };
      return undefined;
    }
    if (offset !== pending.offset + 4 * pending.values.length) return "PGAERR";
    pending.values.push(value);
    if (4 * pending.values.length === cell) return this.#commit(half, pending);
    this.#pending = pending;
    return undefined;
  }

  #commit(half: ControllerHalf, { offset, values }: Pending): ErrorFlag | undefined {
    const { array, options, log } = this.#parts;
    const length = 4 * values.length;
    if (this.#isClosed(this.#pages.pageAt(offset, options.isDualBank))) return "WRPERR";
    // Zeros can be programmed over anything.
    if (!array.isErased(offset, length) && values.some((value) => value !== 0)) return "PROGERR";
    for (const [index, value] of values.entries()) array.program(offset + 4 * index, 4, value);
    log.add({ kind: "program", address: array.base + offset, length });
    this.#done(half);
    return undefined;
  }

  #optionKey(value: number): void {
    if (!this.#nonSecure.lock.isLocked) this.#optionLock.key(value);
  }

  #optionLockBit(half: ControllerHalf): number {
    return half === this.#nonSecure && this.#optionLock.isLocked ? Cr.OPTLOCK : 0;
  }

  #control(half: ControllerHalf, value: number): void {
    this.#busy.end();
    const isLocked = half.lock.isLocked;
    if (half === this.#nonSecure && value & Cr.OPTLOCK) this.#optionLock.lock();
    half.write(value);
    if (isLocked) return;
    if (!(value & Cr.PG)) this.#pending = undefined;
    const refusal = value & Cr.STRT ? this.#erase(half, value) : undefined;
    if (refusal !== undefined) this.#raise(half, refusal);
    if (half === this.#nonSecure && !this.#optionLock.isLocked) this.#optionCommand(value);
  }

  #erase(half: ControllerHalf, cr: number): Refusal | undefined {
    const { options, layout } = this.#parts;
    const dual = options.isDualBank;
    const isPage = (cr & Cr.PER) !== 0;
    const banks = [...(cr & Cr.MER1 ? [0 as const] : []), ...(cr & Cr.MER2 ? [1 as const] : [])];
    if (half.isBlocked || cr & Cr.PG || isPage === banks.length > 0) return { flag: "PGSERR", offset: 0 };
    if (!isPage) {
      const pages = dual ? banks.flatMap((bank) => this.#pages.ofBank(bank)) : this.#pages.all(dual);
      return this.#erasePages(half, pages);
    }
    const bank = dual && cr & layout.bankBit ? 1 : 0;
    return this.#erasePages(half, [this.#pages.page(bank, (cr >>> 3) & layout.pageMask, dual)]);
  }

  #erasePages(half: ControllerHalf, pages: readonly Page[]): Refusal | undefined {
    const secure = half === this.#secure;
    const refused = pages.find((page) => this.#isClosed(page) || !this.isVisible(page.offset, secure));
    if (refused) return { flag: "WRPERR", offset: refused.offset };
    eraseSectors(this.#parts, pages);
    this.#done(half);
    return undefined;
  }

  #optionCommand(cr: number): void {
    if (cr & Cr.OPTSTRT) this.#programOptions();
    if (cr & Cr.OBL_LAUNCH) this.#parts.relaunch();
  }

  #programOptions(): void {
    const { options, log } = this.#parts;
    const before = options.storedRdp;
    if (!options.program()) {
      this.#raise(this.#nonSecure, { flag: "OPTWERR", offset: 0 });
      return;
    }
    log.add({ kind: "option-bytes", change: "programmed" });
    // Who opens a read-protected chip finds it empty.
    if (before !== 0 && options.storedRdp === 0) eraseSectors(this.#parts, this.#pages.all(false));
    this.#done(this.#nonSecure);
  }

  /**
   * Whether a page must not be changed. At level 1 a debugger is shut out, and so is what it lets the core run (RM0438
   * Rev 7, 7.6.2).
   */
  #isClosed({ bank, page }: Page): boolean {
    const { options } = this.#parts;
    return options.rdp === 1 || options.isWriteProtected(bank, page);
  }

  #isSecure(offset: number): boolean {
    const { options } = this.#parts;
    const { bank, page } = this.#pages.pageAt(offset, options.isDualBank);
    const base = bank === 0 ? L5Register.Secbb1r1 : L5Register.Secbb2r1;
    const block = this.#others.get(base + 4 * (page >>> 5)) ?? 0;
    return options.isSecure(bank, page) || (block & (1 << (page & 31))) !== 0;
  }

  #done(half: ControllerHalf): void {
    half.finish();
    this.#busy.begin();
  }

  #raise(half: ControllerHalf, { flag, offset }: Refusal): void {
    half.raise(flag);
    this.#pending = undefined;
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
