import {
  areaOf,
  areaRegister,
  factoryOptions,
  Optr,
  type RdpLevel,
  Register,
  rdpValues,
} from "./registers.ts";

/** A chip's option bytes: as they are stored, as they were loaded at the last reset that does so, and as written since. */
export class OptionBytes {
  readonly #stored = new Map(factoryOptions);
  #loaded = new Map(factoryOptions);
  #written = new Map(factoryOptions);

  has(register: number): boolean {
    return this.#written.has(register);
  }

  read(register: number): number {
    return this.#written.get(register) ?? 0;
  }

  write(register: number, value: number): void {
    this.#written.set(register, value >>> 0);
  }

  /** Stores an option at once, as a programmer at the factory would. */
  preset(register: number, value: number): void {
    this.#stored.set(register, value >>> 0);
    this.load();
  }

  /** Stores what was written. Answers false, and stores nothing, for a change that the chip does not allow. */
  program(): boolean {
    const before = this.#stored.get(Register.Optr)!;
    const after = this.read(Register.Optr);
    if (!isAllowed(before, after)) return false;
    for (const [register, value] of this.#written) this.#stored.set(register, value);
    if (!(before & Optr.TZEN) && after & Optr.TZEN) this.#secureAll();
    return true;
  }

  /** A register's value in the option bytes' own memory. */
  stored(register: number): number {
    return this.#stored.get(register) ?? 0;
  }

  /** Puts what is stored into effect. */
  load(): void {
    this.#loaded = new Map(this.#stored);
    this.#written = new Map(this.#stored);
  }

  get rdp(): RdpLevel {
    return levelOf(this.#loaded.get(Register.Optr)!);
  }

  get hasTrustZone(): boolean {
    return (this.#loaded.get(Register.Optr)! & Optr.TZEN) !== 0;
  }

  get isDualBank(): boolean {
    return (this.#loaded.get(Register.Optr)! & Optr.DBANK) !== 0;
  }

  /** Whether a page of a bank is write-protected. In single-bank mode all four areas are of the one bank. */
  isWriteProtected(bank: 0 | 1, page: number): boolean {
    const first = [Register.Wrp1ar, Register.Wrp1br];
    const second = [Register.Wrp2ar, Register.Wrp2br];
    const areas = !this.isDualBank ? [...first, ...second] : bank === 0 ? first : second;
    return areas.some((register) => this.#covers(register, page));
  }

  /** Whether a page is in a watermark-based secure area. */
  isSecure(bank: 0 | 1, page: number): boolean {
    const register = bank === 0 || !this.isDualBank ? Register.Secwm1r1 : Register.Secwm2r1;
    return this.#covers(register, page);
  }

  /** With TrustZone switched on the whole flash is secure (RM0438 Rev 7, 7.5.1). */
  #secureAll(): void {
    for (const register of [Register.Secwm1r1, Register.Secwm2r1]) {
      this.#stored.set(register, areaRegister(0, 0x7f));
    }
  }

  #covers(register: number, page: number): boolean {
    const { first, last } = areaOf(this.#loaded.get(register)!);
    return first <= page && page <= last;
  }
}

export function levelOf(optr: number): RdpLevel {
  const value = optr & Optr.RDP;
  if (value === rdpValues[0]) return 0;
  if (value === rdpValues[2]) return 2;
  return value === rdpValues[0.5] && optr & Optr.TZEN ? 0.5 : 1;
}

/** RM0438 Rev 7, 7.6.2: level 2 is for good; TrustZone comes at level 0 only, and goes only on the way back to it. */
function isAllowed(before: number, after: number): boolean {
  const [from, to] = [levelOf(before), levelOf(after)];
  if (from === 2) return before === after;
  const [had, has] = [before, after].map((optr) => (optr & Optr.TZEN) !== 0);
  if (!had && has) return from === 0 && to === 0;
  if (had && !has) return from !== 0 && to === 0;
  return true;
}
