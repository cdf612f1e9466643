import { add, setResult, subtract } from "../flags.ts";
import { type Execute, fault, PC, read, SP, type State, write } from "../state.ts";

// Rm Rn Rd, and imm3 Rn Rd

export const addRegister: Execute = (state, opcode) => {
  state.registers[opcode & 7] = add(state, second(state, opcode), third(state, opcode), false);
};

export const subRegister: Execute = (state, opcode) => {
  state.registers[opcode & 7] = subtract(state, second(state, opcode), third(state, opcode));
};

export const addImmediate3: Execute = (state, opcode) => {
  state.registers[opcode & 7] = add(state, second(state, opcode), (opcode >> 6) & 7, false);
};

export const subImmediate3: Execute = (state, opcode) => {
  state.registers[opcode & 7] = subtract(state, second(state, opcode), (opcode >> 6) & 7);
};

// Rdn imm8

export const movImmediate: Execute = (state, opcode) => {
  setResult(state, (opcode >> 8) & 7, opcode & 0xff);
};

export const cmpImmediate: Execute = (state, opcode) => {
  subtract(state, state.registers[(opcode >> 8) & 7]!, opcode & 0xff);
};

export const addImmediate8: Execute = (state, opcode) => {
  const d = (opcode >> 8) & 7;
  state.registers[d] = add(state, state.registers[d]!, opcode & 0xff, false);
};

export const subImmediate8: Execute = (state, opcode) => {
  const d = (opcode >> 8) & 7;
  state.registers[d] = subtract(state, state.registers[d]!, opcode & 0xff);
};

// Rm Rdn

export const adcRegister: Execute = (state, opcode) => {
  state.registers[opcode & 7] = add(state, first(state, opcode), second(state, opcode), state.carry);
};

export const sbcRegister: Execute = (state, opcode) => {
  state.registers[opcode & 7] = add(state, first(state, opcode), ~second(state, opcode), state.carry);
};

export const rsbImmediate: Execute = (state, opcode) => {
  state.registers[opcode & 7] = subtract(state, 0, second(state, opcode));
};

export const cmpRegister: Execute = (state, opcode) => {
  subtract(state, first(state, opcode), second(state, opcode));
};

export const cmnRegister: Execute = (state, opcode) => {
  add(state, first(state, opcode), second(state, opcode), false);
};

/** C and V stay as they are, which only older architectures leave open. */
export const mul: Execute = (state, opcode) => {
  setResult(state, opcode & 7, Math.imul(first(state, opcode), second(state, opcode)));
};

// Any register: Dn Rm Rdn

export const addHigh: Execute = (state, opcode) => {
  const d = anyFirst(opcode);
  const m = anySecond(opcode);
  if (d === PC && m === PC) fault(state, "unpredictable");
  else write(state, d, read(state, d) + read(state, m));
};

export const cmpHigh: Execute = (state, opcode) => {
  const n = anyFirst(opcode);
  const m = anySecond(opcode);
  if (n === PC || m === PC) fault(state, "unpredictable");
  else subtract(state, state.registers[n]!, state.registers[m]!);
};

export const movHigh: Execute = (state, opcode) => {
  write(state, anyFirst(opcode), read(state, anySecond(opcode)));
};

// Rd imm8, imm7: words from the PC or the SP

export const adr: Execute = (state, opcode) => {
  state.registers[(opcode >> 8) & 7] = (read(state, PC) & ~3) + (opcode & 0xff) * 4;
};

export const addSpImmediate8: Execute = (state, opcode) => {
  state.registers[(opcode >> 8) & 7] = state.registers[SP]! + (opcode & 0xff) * 4;
};

export const addSpImmediate7: Execute = (state, opcode) => {
  state.registers[SP] = state.registers[SP]! + (opcode & 0x7f) * 4;
};

export const subSpImmediate7: Execute = (state, opcode) => {
  state.registers[SP] = state.registers[SP]! - (opcode & 0x7f) * 4;
};

function first(state: State, opcode: number): number {
  return state.registers[opcode & 7]!;
}

function second(state: State, opcode: number): number {
  return state.registers[(opcode >> 3) & 7]!;
}

function third(state: State, opcode: number): number {
  return state.registers[(opcode >> 6) & 7]!;
}

function anyFirst(opcode: number): number {
  return ((opcode >> 4) & 8) | (opcode & 7);
}

function anySecond(opcode: number): number {
  return (opcode >> 3) & 15;
}
