import { type RdpLevel, rdpLevelOf, rdpValues } from "../flash-controller.ts";
import type { L4Layout } from "./layout.ts";
import { L5Register } from "./layout-l5.ts";
import { areaOf, areaRegister, Optr } from "./registers.ts";

/** A chip's option bytes: as they are stored, as they were loaded at the last reset that does so, and as written since. */
export class OptionBytes {
  readonly #layout: L4Layout;
  readonly #stored: Map<number, number>;
  #loaded: Map<number, number>;
  #written: Map<number, number>;

  constructor(layout: L4Layout) {
    this.#layout = layout;
    this.#stored = new Map(layout.factory);
    this.#loaded = new Map(this.#stored);
    this.#written = new Map(this.#stored);
  }

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

  /** Write-protects pages, as a programmer at the factory would. Throws RangeError for more areas than there are. */
  presetProtection(pages: readonly { bank: 0 | 1; page: number }[]): void {
    const free = this.#areas().map((registers) => [...registers]);
    for (const { bank, page } of pages) {
      const register = free[bank]!.shift();
      if (register === undefined) throw new RangeError("a bank has two write-protected areas, no more");
      this.preset(register, areaRegister(page, page));
    }
  }

  presetRdp(level: RdpLevel, more = 0): void {
    const { options } = this.#layout.registers;
    this.preset(options, (this.stored(options) & ~Optr.RDP) | rdpValues[level] | more);
  }

  /** Stores what was written. Answers false, and stores nothing, for a change that the chip does not allow. */
  program(): boolean {
    const { options } = this.#layout.registers;
    const before = this.#stored.get(options)!;
    const after = this.read(options);
    if (!this.#isAllowed(before, after)) return false;
    for (const [register, value] of this.#written) this.#stored.set(register, value);
    if (this.#hasTrustZone(after) && !this.#hasTrustZone(before)) this.#secureAll();
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
    return this.#levelOf(this.#optr);
  }

  /** What is stored, and will be in effect after the next reset that loads it. */
  get storedRdp(): RdpLevel {
    return this.#levelOf(this.stored(this.#layout.registers.options));
  }

  get hasTrustZone(): boolean {
    return this.#hasTrustZone(this.#optr);
  }

  get isDualBank(): boolean {
    return this.#layout.isDualBank(this.#optr);
  }

  /** Whether a page of a bank is write-protected. */
  isWriteProtected(bank: 0 | 1, page: number): boolean {
    return this.#areas()[bank]!.some((register) => this.#covers(register, page));
  }

  /** Whether a page is in a watermark-based secure area. */
  isSecure(bank: 0 | 1, page: number): boolean {
    const register = bank === 0 || !this.isDualBank ? L5Register.Secwm1r1 : L5Register.Secwm2r1;
    return this.#covers(register, page);
  }

  /** In single-bank mode all areas are of the one bank. */
  #areas(): readonly (readonly number[])[] {
    const { protection } = this.#layout.registers;
    return this.isDualBank ? protection : [protection.flat()];
  }

  get #optr(): number {
    return this.#loaded.get(this.#layout.registers.options)!;
  }

  #hasTrustZone(optr: number): boolean {
    return this.#layout.registers.secure !== undefined && (optr & Optr.TZEN) !== 0;
  }

  /** With TrustZone switched on the whole flash is secure (RM0438 Rev 7, 7.5.1). */
  #secureAll(): void {
    for (const register of [L5Register.Secwm1r1, L5Register.Secwm2r1]) {
      this.#stored.set(register, areaRegister(0, this.#layout.areaMask));
    }
  }

  #covers(register: number, page: number): boolean {
    const { first, last } = areaOf(this.#loaded.get(register)!, this.#layout.areaMask);
    return first <= page && page <= last;
  }

  #levelOf(optr: number): RdpLevel {
    const value = optr & Optr.RDP;
    return value === rdpValues[0.5] && this.#hasTrustZone(optr) ? 0.5 : rdpLevelOf(value);
  }

  /** RM0438 Rev 7, 7.6.2: level 2 is for good; TrustZone comes at level 0 only, and goes only on the way back to it. */
  #isAllowed(before: number, after: number): boolean {
    const [from, to] = [this.#levelOf(before), this.#levelOf(after)];
    if (from === 2) return before === after;
    const [had, has] = [this.#hasTrustZone(before), this.#hasTrustZone(after)];
    if (!had && has) return from === 0 && to === 0;
    if (had && !has) return from !== 0 && to === 0;
    return true;
  }
}
