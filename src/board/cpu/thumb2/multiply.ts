import type { Execute, State } from "../state.ts";
import { fieldD, fieldM, fieldN, fieldT, refused } from "./operands.ts";

// None sets flags (A5.3.16, A5.3.17).

export const mul: Execute = (state, opcode) => multiply(state, opcode, (product) => product);
export const mla: Execute = (state, opcode) => {
  const a = fieldT(opcode);
  if (!refused(state, a)) multiply(state, opcode, (product) => state.registers[a]! + product);
};
export const mls: Execute = (state, opcode) => {
  const a = fieldT(opcode);
  if (!refused(state, a)) multiply(state, opcode, (product) => state.registers[a]! - product);
};

function multiply(state: State, opcode: number, combined: (product: number) => number): void {
  const [d, n, m] = [fieldD(opcode), fieldN(opcode), fieldM(opcode)];
  if (refused(state, d, n, m)) return;
  state.registers[d] = combined(Math.imul(state.registers[n]!, state.registers[m]!));
}

/** 0 for a divisor of 0: no chip traps it out of reset. */
export const udiv: Execute = (state, opcode) => divide(state, opcode, (n, m) => Math.floor(n / m));
export const sdiv: Execute = (state, opcode) => {
  divide(state, opcode, (n, m) => Math.trunc((n | 0) / (m | 0)));
};

function divide(state: State, opcode: number, quotient: (n: number, m: number) => number): void {
  const [d, n, m] = [fieldD(opcode), fieldN(opcode), fieldM(opcode)];
  if (refused(state, d, n, m)) return;
  const divisor = state.registers[m]!;
  state.registers[d] = divisor === 0 ? 0 : quotient(state.registers[n]!, divisor);
}

const unsigned = (value: number) => BigInt(value >>> 0);
const signed = (value: number) => BigInt(value | 0);

export const umull: Execute = (state, opcode) => long(state, opcode, unsigned, false);
export const smull: Execute = (state, opcode) => long(state, opcode, signed, false);
export const umlal: Execute = (state, opcode) => long(state, opcode, unsigned, true);
export const smlal: Execute = (state, opcode) => long(state, opcode, signed, true);

function long(state: State, opcode: number, kind: (value: number) => bigint, accumulates: boolean): void {
  const { registers } = state;
  const [low, high, n, m] = [fieldT(opcode), fieldD(opcode), fieldN(opcode), fieldM(opcode)];
  if (refused(state, low, high, n, m)) return;
  if (low === high) {
    refused(state, 15);
    return;
  }
  const before = accumulates ? (unsigned(registers[high]!) << 32n) | unsigned(registers[low]!) : 0n;
  const result = BigInt.asUintN(64, kind(registers[n]!) * kind(registers[m]!) + before);
  registers[low] = Number(result & 0xffff_ffffn);
  registers[high] = Number(result >> 32n);
}
