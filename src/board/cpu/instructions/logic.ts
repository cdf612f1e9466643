import { setNZ, setResult } from "../flags.ts";
import type { Execute } from "../state.ts";

// All are Rm Rdn. Of the flags the first group sets N and Z, the second none.

export const and: Execute = (state, opcode) => {
  const d = opcode & 7;
  setResult(state, d, state.registers[d]! & state.registers[(opcode >> 3) & 7]!);
};

export const eor: Execute = (state, opcode) => {
  const d = opcode & 7;
  setResult(state, d, state.registers[d]! ^ state.registers[(opcode >> 3) & 7]!);
};

export const orr: Execute = (state, opcode) => {
  const d = opcode & 7;
  setResult(state, d, state.registers[d]! | state.registers[(opcode >> 3) & 7]!);
};

export const bic: Execute = (state, opcode) => {
  const d = opcode & 7;
  setResult(state, d, state.registers[d]! & ~state.registers[(opcode >> 3) & 7]!);
};

export const mvn: Execute = (state, opcode) => {
  setResult(state, opcode & 7, ~state.registers[(opcode >> 3) & 7]!);
};

export const tst: Execute = (state, opcode) => {
  setNZ(state, state.registers[opcode & 7]! & state.registers[(opcode >> 3) & 7]!);
};

export const sxth: Execute = (state, opcode) => {
  state.registers[opcode & 7] = (state.registers[(opcode >> 3) & 7]! << 16) >> 16;
};

export const sxtb: Execute = (state, opcode) => {
  state.registers[opcode & 7] = (state.registers[(opcode >> 3) & 7]! << 24) >> 24;
};

export const uxth: Execute = (state, opcode) => {
  state.registers[opcode & 7] = state.registers[(opcode >> 3) & 7]! & 0xffff;
};

export const uxtb: Execute = (state, opcode) => {
  state.registers[opcode & 7] = state.registers[(opcode >> 3) & 7]! & 0xff;
};

export const rev: Execute = (state, opcode) => {
  const swapped = swapBytes(state.registers[(opcode >> 3) & 7]!);
  state.registers[opcode & 7] = (swapped << 16) | (swapped >>> 16);
};

export const rev16: Execute = (state, opcode) => {
  state.registers[opcode & 7] = swapBytes(state.registers[(opcode >> 3) & 7]!);
};

export const revsh: Execute = (state, opcode) => {
  state.registers[opcode & 7] = (swapBytes(state.registers[(opcode >> 3) & 7]!) << 16) >> 16;
};

/** The bytes of each halfword exchanged. */
function swapBytes(value: number): number {
  return ((value & 0x00ff_00ff) << 8) | ((value >>> 8) & 0x00ff_00ff);
}
