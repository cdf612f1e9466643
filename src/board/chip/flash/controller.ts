import type { Size } from "../../cpu/bus.ts";
import type { BoardLog } from "../../log.ts";
import type { WordRegisters } from "../word-registers.ts";
import type { FlashArray } from "./array.ts";
import { ControllerHalf } from "./half.ts";
import { KeyLock } from "./key-lock.ts";
import type { OptionBytes } from "./option-bytes.ts";
import { levelOf } from "./option-bytes.ts";
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
    switch (offset) {
      case Register.Nssr:
        return this.#nonSecure.status | this.#takeBusy();
      case Register.Secsr:
        return this.#secure.status | this.#takeBusy();
      case Register.Nscr:
        return (this.#nonSecure.control | (this.#optionLock.isLocked ? Cr.OPTLOCK : 0)) >>> 0;
      case Register.Seccr:
        return this.#secure.control;
      case Register.Nskeyr:
      case Register.Seckeyr:
      case Register.Optkeyr:
        return 0;
      default:
        return this.#parts.options.has(offset)
          ? this.#parts.options.read(offset)
          : (this.#others.get(offset) ?? 0);
    }
  }

  write(offset: number, value: number): void {
    switch (offset) {
      case Register.Nskeyr:
        return this.#nonSecure.lock.key(value);
      case Register.Seckeyr:
        return this.#secure.lock.key(value);
      case Register.Optkeyr:
        if (!this.#nonSecure.lock.isLocked) this.#optionLock.key(value);
        return;
      case Register.Nssr:
        return this.#nonSecure.clear(value);
      case Register.Secsr:
        return this.#secure.clear(value);
      case Register.Nscr:
        return this.#control(this.#nonSecure, value);
      case Register.Seccr:
        return this.#control(this.#secure, value);
      default:
        if (!this.#parts.options.has(offset)) this.#others.set(offset, value);
        else if (!this.#optionLock.isLocked) this.#parts.options.write(offset, value);
    }
  }

  /** Whether an access of that kind may see a page: in a secure way a secure page, in a non-secure way another. */
  isVisible(offset: number, secure: boolean): boolean {
    return !this.#parts.options.hasTrustZone || this.#isSecure(offset) === secure;
  }

  /** A write to the flash itself, `offset` bytes behind its beginning. It can fail only by error flags. */
  program(offset: number, size: Size, value: number, secure: boolean): void {
    const half = secure ? this.#secure : this.#nonSecure;
    this.#busy = 0;
    if (!this.isVisible(offset, secure)) return this.#raise(half, "WRPERR", offset);
    if (!(half.control & Cr.PG) || half.isBlocked) return this.#raise(half, "PGSERR", offset);
    if (size !== 4) return this.#raise(half, "SIZERR", offset);
    const first = this.#pending;
    this.#pending = undefined;
    if (first === undefined && offset % 8 === 0) {
      this.#pending = { offset, value };
      return;
    }
    if (first === undefined || offset !== first.offset + 4) return this.#raise(half, "PGAERR", offset);
    this.#commit(half, first, value);
  }

  #commit(half: ControllerHalf, { offset, value: low }: Pending, high: number): void {
    const { array, options, log } = this.#parts;
    const { bank, page } = array.pageAt(offset, options.isDualBank);
    if (this.#isLockedAway || options.isWriteProtected(bank, page)) {
      return this.#raise(half, "WRPERR", offset);
    }
    if (!array.isErased(offset) && (low | high) !== 0) return this.#raise(half, "PROGERR", offset);
    array.program(offset, low, high);
    log.add({ kind: "program", address: array.base + offset, length: 8 });
    this.#done(half);
  }

  #control(half: ControllerHalf, value: number): void {
    this.#busy = 0;
    const isLocked = half.lock.isLocked;
    if (half === this.#nonSecure && value & Cr.OPTLOCK) this.#optionLock.lock();
    half.write(value);
    if (isLocked) return;
    if (!(value & Cr.PG)) this.#pending = undefined;
    if (value & Cr.STRT) this.#erase(half, value);
    if (half === this.#nonSecure && !this.#optionLock.isLocked) this.#optionCommand(value);
  }

  #erase(half: ControllerHalf, cr: number): void {
    const { array, options } = this.#parts;
    const dual = options.isDualBank;
    const isPage = (cr & Cr.PER) !== 0;
    const banks = [...(cr & Cr.MER1 ? [0 as const] : []), ...(cr & Cr.MER2 ? [1 as const] : [])];
    if (half.isBlocked || cr & Cr.PG || isPage === banks.length > 0) return this.#raise(half, "PGSERR", 0);
    if (isPage) {
      const bank = dual && cr & Cr.BKER ? 1 : 0;
      this.#erasePages(half, [array.page(bank, pageNumber(cr), dual)]);
    } else this.#erasePages(half, dual ? banks.flatMap((bank) => array.pagesOf(bank)) : array.allPages(dual));
  }

  #erasePages(half: ControllerHalf, pages: ReturnType<FlashArray["allPages"]>): void {
    const { array, options, log } = this.#parts;
    const secure = half === this.#secure;
    const refused = pages.find(
      ({ bank, page, offset }) =>
        this.#isLockedAway || options.isWriteProtected(bank, page) || !this.isVisible(offset, secure),
    );
    if (refused) return this.#raise(half, "WRPERR", refused.offset);
    for (const { offset, length } of pages) {
      array.erase(offset, length);
      log.add({ kind: "erase", address: array.base + offset, length });
    }
    this.#done(half);
  }

  #optionCommand(cr: number): void {
    if (cr & Cr.OPTSTRT) this.#programOptions();
    if (cr & Cr.OBL_LAUNCH) this.#parts.relaunch();
  }

  #programOptions(): void {
    const { array, options, log } = this.#parts;
    const before = levelOf(options.stored(Register.Optr));
    if (!options.program()) return this.#raise(this.#nonSecure, "OPTWERR", 0);
    log.add({ kind: "option-bytes", change: "programmed" });
    // Who opens a read-protected chip finds it empty.
    if (before !== 0 && levelOf(options.stored(Register.Optr)) === 0) {
      for (const { offset, length } of array.allPages(true)) {
        array.erase(offset, length);
        log.add({ kind: "erase", address: array.base + offset, length });
      }
    }
    this.#done(this.#nonSecure);
  }

  /** At level 1 a debugger is shut out, and so is what it lets the core run (RM0438 Rev 7, 7.6.2). */
  get #isLockedAway(): boolean {
    return this.#parts.options.rdp === 1;
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

  #raise(half: ControllerHalf, flag: ErrorFlag, offset: number): void {
    half.raise(flag);
    this.#pending = undefined;
    this.#parts.log.add({ kind: "flash-error", flag, address: this.#parts.array.base + offset });
  }
}
