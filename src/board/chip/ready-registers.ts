import { PlainRegisters, type WordRegisters } from "./word-registers.ts";

/** A bit that follows another in the same register: a clock that is switched on is ready. */
export interface ReadyBit {
  readonly register: number;
  readonly on: number;
  readonly ready: number;
}

export interface ReadyRules {
  initial: ReadonlyMap<number, number>;
  bits?: readonly ReadyBit[];
  /** A field of a register that follows another, `to` bits further up. */
  field?: { readonly register: number; readonly from: number; readonly to: number };
  /** Registers that are 0 whatever is written. */
  readOnly?: readonly number[];
}

/** Registers of a peripheral that is ready immediately after each write. */
export class ReadyRegisters implements WordRegisters {
  readonly #rules: ReadyRules;
  readonly #plain: PlainRegisters;

  constructor(rules: ReadyRules) {
    this.#rules = rules;
    this.#plain = new PlainRegisters(rules.initial);
  }

  read(offset: number): number {
    const { bits = [], field, readOnly } = this.#rules;
    if (readOnly?.includes(offset)) return 0;
    let value = this.#plain.read(offset);
    for (const { register, on, ready } of bits) {
      if (register === offset) value = (value & ~(1 << ready)) | (((value >>> on) & 1) << ready);
    }
    if (field?.register === offset) {
      value = (value & ~(field.from << field.to)) | ((value & field.from) << field.to);
    }
    return value >>> 0;
  }

  write(offset: number, value: number): void {
    this.#plain.write(offset, value);
  }

  reset(): void {
    this.#plain.reset();
  }
}
