import { Address, FpCtrl, fpComparators, fpCtrlFixed } from "./registers.ts";

/** The breakpoint unit (FPB, revision 2): addresses at which the core halts. */
export class Breakpoints {
  #enabled = false;
  readonly #comparators = new Array<number>(fpComparators).fill(0);

  /** The register at that address of the private peripheral bus; undefined for another's. */
  read(address: number): number | undefined {
    if (address === Address.FpCtrl) return fpCtrlFixed | (this.#enabled ? FpCtrl.Enable : 0);
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
    return new Set(active.map((value) => (value & ~1) >>> 0));
  }
}

function indexOf(address: number): number {
  return (address - Address.FpComp0) / 4;
}
