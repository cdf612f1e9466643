import type { Size } from "../../cpu/bus.ts";
import type { BoardLog } from "../../log.ts";
import type { WordRegisters } from "../word-registers.ts";
import type { FlashArray, Page } from "./array.ts";
import { ControllerHalf } from "./half.ts";
import { KeyLock } from "./key-lock.ts";
import { levelOf, type OptionBytes } from "./option-bytes.ts";
import { Cr, type ErrorFlag, optionKeys, pageNumber, Register, Sr } from "./registers.ts";

export interface ControllerParts {
  array: FlashArray;
  options: OptionBytes;
  log: BoardLog;
  /** How often BSY is seen after an operation. */
  busyReads: number;
  /** Asked for by OBL_LAUNCH. */
  relaunch: () => void;
}

/** A double word of which only the first word has come. */
interface Pending {
  offset: number;
  value: number;
}

/** Why an operation is not done, and where. */
interface Refusal {
  flag: ErrorFlag;
  offset: number;
}

/**
 * The flash controller of the STM32L5 (RM0438 Rev 7, chapter 7): keys and locks, programming by double words, erasing
 * by page and bank, option bytes, error flags.
 */
export class FlashController implements WordRegisters {
  readonly #parts: ControllerParts;
  readonly #nonSecure = new ControllerHalf();
  readonly #secure = new ControllerHalf();
  readonly #optionLock = new KeyLock(optionKeys);
  /** SECBB…, ACR and others that mean nothing here but what was written. */
  readonly #others = new Map<number, number>();
  #pending: Pending | undefined;
  #busy = 0;

  readonly #readers = new Map<number, () => number>([
    [Register.Nssr, () => this.#nonSecure.status | this.#takeBusy()],
    [Register.Secsr, () => this.#secure.status | this.#takeBusy()],
    [Register.Nscr, () => this.#nonSecure.control | (this.#optionLock.isLocked ? Cr.OPTLOCK : 0)],
    [Register.Seccr, () => this.#secure.control],
    [Register.Nskeyr, () => 0],
    [Register.Seckeyr, () => 0],
    [Register.Optkeyr, () => 0],
  ]);

  readonly #writers = new Map<number, (value: number) => void>([
    [Register.Nskeyr, (value) => this.#nonSecure.lock.key(value)],
    [Register.Seckeyr, (value) => this.#secure.lock.key(value)],
    [Register.Optkeyr, (value) => this.#optionKey(value)],
    [Register.Nssr, (value) => this.#nonSecure.clear(value)],
    [Register.Secsr, (value) => this.#secure.clear(value)],
    [Register.Nscr, (value) => this.#control(this.#nonSecure, value)],
    [Register.Seccr, (value) => this.#control(this.#secure, value)],
  ]);

  constructor(parts: ControllerParts) {
    this.#parts = parts;
  }

  reset(): void {
    for (const half of [this.#nonSecure, this.#secure]) half.reset();
    this.#optionLock.reset();
    this.#others.clear();
    this.#pending = undefined;
    this.#busy = 0;
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

  /** A write to the flash itself, `offset` bytes behind its beginning. It can fail only by error flags. */
  program(offset: number, size: Size, value: number, secure: boolean): void {
    const half = secure ? this.#secure : this.#nonSecure;
    // The bus waits for what is under way.
    this.#busy = 0;
    const flag = this.#takeWord(half, offset, size, value);
    if (flag !== undefined) this.#raise(half, { flag, offset });
  }

  #takeWord(half: ControllerHalf, offset: number, size: Size, value: number): ErrorFlag | undefined {
    if (!this.isVisible(offset, half === this.#secure)) return "WRPERR";
    if (!(half.control & Cr.PG) || half.isBlocked) return "PGSERR";
    if (size !== 4) return "SIZERR";
    const first = this.#pending;
    this.#pending = undefined;
    if (first === undefined && offset % 8 === 0) {
      this.#pending = { offset, value };
      return undefined;
    }
    if (first === undefined || offset !== first.offset + 4) return "PGAERR";
    return this.#commit(half, first, value);
  }

  #commit(half: ControllerHalf, { offset, value: low }: Pending, high: number): ErrorFlag | undefined {
    const { array, options, log } = this.#parts;
    if (this.#isClosed(array.pageAt(offset, options.isDualBank))) return "WRPERR";
    // Zeros can be programmed over anything.
    if (!array.isErased(offset) && (low | high) !== 0) return "PROGERR";
    array.program(offset, low, high);
    log.add({ kind: "program", address: array.base + offset, length: 8 });
    this.#done(half);
    return undefined;
  }

  #optionKey(value: number): void {
    if (!this.#nonSecure.lock.isLocked) this.#optionLock.key(value);
  }

  #control(half: ControllerHalf, value: number): void {
    this.#busy = 0;
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
    const { array, options } = this.#parts;
    const dual = options.isDualBank;
    const isPage = (cr & Cr.PER) !== 0;
    const banks = [...(cr & Cr.MER1 ? [0 as const] : []), ...(cr & Cr.MER2 ? [1 as const] : [])];
    if (half.isBlocked || cr & Cr.PG || isPage === banks.length > 0) return { flag: "PGSERR", offset: 0 };
    if (!isPage) {
      const pages = dual ? banks.flatMap((bank) => array.pagesOf(bank)) : array.allPages(dual);
      return this.#erasePages(half, pages);
    }
    const bank = dual && cr & Cr.BKER ? 1 : 0;
    return this.#erasePages(half, [array.page(bank, pageNumber(cr), dual)]);
  }

  #erasePages(half: ControllerHalf, pages: readonly Page[]): Refusal | undefined {
    const secure = half === this.#secure;
    const refused = pages.find((page) => this.#isClosed(page) || !this.isVisible(page.offset, secure));
    if (refused) return { flag: "WRPERR", offset: refused.offset };
    this.#eraseAll(pages);
    this.#done(half);
    return undefined;
  }

  #eraseAll(pages: readonly Page[]): void {
    const { array, log } = this.#parts;
    for (const { offset, length } of pages) {
      array.erase(offset, length);
      log.add({ kind: "erase", address: array.base + offset, length });
    }
  }

  #optionCommand(cr: number): void {
    if (cr & Cr.OPTSTRT) this.#programOptions();
    if (cr & Cr.OBL_LAUNCH) this.#parts.relaunch();
  }

  #programOptions(): void {
    const { array, options, log } = this.#parts;
    const level = () => levelOf(options.stored(Register.Optr));
    const before = level();
    if (!options.program()) {
      this.#raise(this.#nonSecure, { flag: "OPTWERR", offset: 0 });
      return;
    }
    log.add({ kind: "option-bytes", change: "programmed" });
    // Who opens a read-protected chip finds it empty.
    if (before !== 0 && level() === 0) this.#eraseAll(array.allPages(true));
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
    const { array, options } = this.#parts;
    const { bank, page } = array.pageAt(offset, options.isDualBank);
    const base = bank === 0 ? Register.Secbb1r1 : Register.Secbb2r1;
    const block = this.#others.get(base + 4 * (page >>> 5)) ?? 0;
    return options.isSecure(bank, page) || (block & (1 << (page & 31))) !== 0;
  }

  #done(half: ControllerHalf): void {
    half.finish();
    this.#busy = this.#parts.busyReads;
  }

  #takeBusy(): number {
    if (this.#busy === 0) return 0;
    this.#busy -= 1;
    return Sr.BSY;
  }

  #raise(half: ControllerHalf, { flag, offset }: Refusal): void {
    half.raise(flag);
    this.#pending = undefined;
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
