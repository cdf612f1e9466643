import { KeyLock } from "../key-lock.ts";
import { blockingFlags, Cr, type ErrorFlag, endOfOperation, errorFlags, keys, Sr } from "./registers.ts";

/** Bits that start something, and read as 0 when it is done. */
const starting = Cr.STRT | Cr.OPTSTRT | Cr.OBL_LAUNCH;

/** Control and status register of one half of the controller: the secure or the non-secure one. */
export class ControllerHalf {
  readonly lock = new KeyLock(keys);
  #control = 0;
  #status = 0;

  get control(): number {
    return (this.#control | (this.lock.isLocked ? Cr.LOCK : 0)) >>> 0;
  }

  get status(): number {
    return this.#status;
  }

  /** Whether an error that was not cleared keeps everything from being started. */
  get isBlocked(): boolean {
    return (this.#status & blockingFlags) !== 0;
  }

  write(value: number): void {
    if (this.lock.isLocked) return;
    this.#control = value & ~(Cr.LOCK | Cr.OPTLOCK | starting);
    if (value & Cr.LOCK) this.lock.lock();
  }

  clear(flags: number): void {
    this.#status &= ~(flags & (errorFlags | endOfOperation));
  }

  raise(flag: ErrorFlag): void {
    this.#status |= Sr[flag];
  }

  finish(): void {
    if (this.#control & Cr.EOPIE) this.#status |= endOfOperation;
  }

  reset(): void {
    this.lock.reset();
    this.#control = 0;
    this.#status = 0;
  }
}
