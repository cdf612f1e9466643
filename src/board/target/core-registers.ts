import type { Core } from "../cpu/core.ts";
import { CoreRegister } from "./registers.ts";

/** The sticky saturation flag, which an ARMv6-M core does not have. */
const Q = 1 << 27;

/** The core's registers by the numbers that DCRSR knows, with those that an ARMv6-M core lacks. */
export class CoreRegisters {
  readonly #core: Core;
  /** Floating point, limits, the stack pointers of the other security state: they keep what is written. */
  readonly #others = new Map<number, number>();
  /** Which state the numbers of both states mean. */
  readonly #isSecure: () => boolean;
  /** FAULTMASK and BASEPRI, in place in the register that holds four. */
  #masks = 0;
  #saturated = 0;

  constructor(core: Core, isSecure: () => boolean) {
    this.#core = core;
    this.#isSecure = isSecure;
  }

  read(number: number): number {
    const core = this.#core;
    if (number < 16) return core.registers[number]!;
    switch (this.#inUse(number)) {
      case CoreRegister.Xpsr:
        return (core.xpsr | this.#saturated) >>> 0;
      case CoreRegister.Msp:
        return core.msp;
      case CoreRegister.Psp:
        return core.psp;
      case CoreRegister.Special:
        return ((core.control << 24) | this.#masks | core.primask) >>> 0;
      default:
        return this.#others.get(number) ?? 0;
    }
  }

  write(number: number, value: number): void {
    const core = this.#core;
    if (number < 16) {
      core.registers[number] = value;
      return;
    }
    switch (this.#inUse(number)) {
      case CoreRegister.Xpsr:
        core.xpsr = value;
        this.#saturated = value & Q;
        return;
      case CoreRegister.Msp:
        core.msp = value;
        return;
      case CoreRegister.Psp:
        core.psp = value;
        return;
      case CoreRegister.Special:
        core.control = value >>> 24;
        core.primask = value & 1;
        this.#masks = value & 0x01_ff_00;
        return;
      default:
        this.#others.set(number, value >>> 0);
    }
  }

  reset(): void {
    this.#others.clear();
    this.#masks = 0;
  }

  /** A register of the state that the core is in, under the number that it has in both. */
  #inUse(number: number): number {
    const { MspS, PspS, SpecialS, MspNs, PspNs, SpecialNs, Msp, Psp, Special } = CoreRegister;
    const own: readonly number[] = this.#isSecure() ? [MspS, PspS, SpecialS] : [MspNs, PspNs, SpecialNs];
    const index = own.indexOf(number);
    return index < 0 ? number : [Msp, Psp, Special][index]!;
  }
}
