import type { State } from "./state.ts";

/** Writes a register below r8 and sets N and Z by it. */
export function setResult(state: State, register: number, value: number): void {
  state.registers[register] = value;
  setNZ(state, value);
}

export function setNZ(state: State, value: number): void {
  state.negative = (value | 0) < 0;
  state.zero = (value | 0) === 0;
}

/** AddWithCarry (A2.2.1): the sum, with all four flags set by it. */
export function add(state: State, a: number, b: number, carry: boolean): number {
  const sum = (a >>> 0) + (b >>> 0) + (carry ? 1 : 0);
  const result = sum | 0;
  state.carry = sum > 0xffff_ffff;
  state.overflow = ((a ^ result) & (b ^ result)) < 0;
  setNZ(state, result);
  return result;
}

/** The difference; C is set where nothing was borrowed. */
export function subtract(state: State, a: number, b: number): number {
  return add(state, a, ~b, true);
}
