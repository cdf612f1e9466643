import { setResult } from "../flags.ts";
import type { Execute, State } from "../state.ts";

/** A shift (A2.2.1): sets C to the last bit that left the value, and keeps it where nothing was shifted. */
type Shift = (state: State, value: number, by: number) => number;

function left(state: State, value: number, by: number): number {
  if (by === 0) return value;
  state.carry = by <= 32 && ((value >>> (32 - by)) & 1) === 1;
  return by < 32 ? value << by : 0;
}

function right(state: State, value: number, by: number): number {
  if (by === 0) return value;
  state.carry = by <= 32 && ((value >>> (by - 1)) & 1) === 1;
  return by < 32 ? value >>> by : 0;
}

function arithmeticRight(state: State, value: number, by: number): number {
  if (by === 0) return value;
  state.carry = ((value >> Math.min(by - 1, 31)) & 1) === 1;
  return value >> Math.min(by, 31);
}

function rotateRight(state: State, value: number, by: number): number {
  if (by === 0) return value;
  const result = (value >>> (by & 31)) | (value << (-by & 31));
  state.carry = result < 0;
  return result;
}

export const lslImmediate: Execute = (state, opcode) => immediate(state, opcode, left, 0);
export const lsrImmediate: Execute = (state, opcode) => immediate(state, opcode, right, 32);
export const asrImmediate: Execute = (state, opcode) => immediate(state, opcode, arithmeticRight, 32);

export const lslRegister: Execute = (state, opcode) => byRegister(state, opcode, left);
export const lsrRegister: Execute = (state, opcode) => byRegister(state, opcode, right);
export const asrRegister: Execute = (state, opcode) => byRegister(state, opcode, arithmeticRight);
export const rorRegister: Execute = (state, opcode) => byRegister(state, opcode, rotateRight);

/** imm5 Rm Rd; an amount of 0 means `zero`. */
function immediate(state: State, opcode: number, shift: Shift, zero: number): void {
  const value = state.registers[(opcode >> 3) & 7]!;
  const by = (opcode >> 6) & 31;
  setResult(state, opcode & 7, shift(state, value, by === 0 ? zero : by));
}

/** Rm Rdn; the lowest byte of Rm counts. */
function byRegister(state: State, opcode: number, shift: Shift): void {
  const d = opcode & 7;
  const by = state.registers[(opcode >> 3) & 7]! & 0xff;
  setResult(state, d, shift(state, state.registers[d]!, by));
}
