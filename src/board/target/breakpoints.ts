import type { CoreKind } from "./core-kinds.ts";
import { Address, FpCtrl } from "./registers.ts";

/** The breakpoint unit: addresses at which the core halts. */
export class Breakpoints {
  readonly #fpCtrl: number;
  readonly #comparators: number[];
  #enabled = false;

  constructor({ fpCtrl, breakpoints }: Pick<CoreKind, "fpCtrl" | "breakpoints">) {
    this.#fpCtrl = fpCtrl;
    this.#comparators = new Array<number>(breakpoints).fill(0);
  }

  /** The register at that address of the private peripheral bus; undefined for another's. */
  read(address: number): number | undefined {
    if (address === Address.FpCtrl) return this.#fpCtrl | (this.#enabled ? FpCtrl.Enable : 0);
    return this.#comparators[indexOf(address)];
  }

  /** False for another's address. */
  write(address: number, value: number): boolean {
    if (address === Address.FpCtrl) {
      if (value & FpCtrl.Key) this.#enabled = (value & FpCtrl.Enable) !== 0;
      return true;
    }
    const index = indexOf(address);
    if (!(index in this.#comparators)) return false;
    this.#comparators[index] = value;
    return true;
  }

  /** Where the core has to halt. */
  get addresses(): ReadonlySet<number> {
    const active = this.#enabled ? this.#comparators.filter((value) => value & 1) : [];
    return new Set(active.flatMap((value) => (this.#fpCtrl >>> 28 === 0 ? inWord(value) : [value & ~1])));
  }
}

/** Revision 1 compares words; bits 31 and 30 choose the halfwords. */
function inWord(value: number): number[] {
  const word = value & 0x1fff_fffc;
  return [...(value & 0x4000_0000 ? [word] : []), ...(value & 0x8000_0000 ? [word + 2] : [])];
}

function indexOf(address: number): number {
  return (address - Address.FpComp0) / 4;
}
