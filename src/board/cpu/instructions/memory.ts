import type { Size } from "../bus.ts";
import { type Execute, fault, PC, read, SP, type State } from "../state.ts";

// Rm Rn Rt

export const strRegister: Execute = (state, opcode) => store(state, sum(state, opcode), 4, opcode & 7);
export const strhRegister: Execute = (state, opcode) => store(state, sum(state, opcode), 2, opcode & 7);
export const strbRegister: Execute = (state, opcode) => store(state, sum(state, opcode), 1, opcode & 7);
export const ldrRegister: Execute = (state, opcode) => load(state, sum(state, opcode), 4, opcode & 7);
export const ldrhRegister: Execute = (state, opcode) => load(state, sum(state, opcode), 2, opcode & 7);
export const ldrbRegister: Execute = (state, opcode) => load(state, sum(state, opcode), 1, opcode & 7);
export const ldrshRegister: Execute = (state, opcode) => loadSigned(state, sum(state, opcode), 2, opcode & 7);
export const ldrsbRegister: Execute = (state, opcode) => loadSigned(state, sum(state, opcode), 1, opcode & 7);

// imm5 Rn Rt

export const strImmediate: Execute = (state, opcode) => store(state, ahead(state, opcode, 4), 4, opcode & 7);
export const strhImmediate: Execute = (state, opcode) => store(state, ahead(state, opcode, 2), 2, opcode & 7);
export const strbImmediate: Execute = (state, opcode) => store(state, ahead(state, opcode, 1), 1, opcode & 7);
export const ldrImmediate: Execute = (state, opcode) => load(state, ahead(state, opcode, 4), 4, opcode & 7);
export const ldrhImmediate: Execute = (state, opcode) => load(state, ahead(state, opcode, 2), 2, opcode & 7);
export const ldrbImmediate: Execute = (state, opcode) => load(state, ahead(state, opcode, 1), 1, opcode & 7);

// Rt imm8

export const strSp: Execute = (state, opcode) => {
  store(state, words(state.registers[SP]!, opcode), 4, (opcode >> 8) & 7);
};

export const ldrSp: Execute = (state, opcode) => {
  load(state, words(state.registers[SP]!, opcode), 4, (opcode >> 8) & 7);
};

export const ldrLiteral: Execute = (state, opcode) => {
  load(state, words(read(state, PC) & ~3, opcode), 4, (opcode >> 8) & 7);
};

function sum({ registers }: State, opcode: number): number {
  return (registers[(opcode >> 3) & 7]! + registers[(opcode >> 6) & 7]!) >>> 0;
}

function ahead({ registers }: State, opcode: number, size: Size): number {
  return (registers[(opcode >> 3) & 7]! + ((opcode >> 6) & 31) * size) >>> 0;
}

function words(base: number, opcode: number): number {
  return (base + (opcode & 0xff) * 4) >>> 0;
}

function load(state: State, address: number, size: Size, register: number): void {
  const value = readMemory(state, address, size);
  if (value !== undefined) state.registers[register] = value;
}

function loadSigned(state: State, address: number, size: 1 | 2, register: number): void {
  const value = readMemory(state, address, size);
  const unused = 32 - 8 * size;
  if (value !== undefined) state.registers[register] = (value << unused) >> unused;
}

function store(state: State, address: number, size: Size, register: number): void {
  writeMemory(state, address, size, state.registers[register]!);
}

/** Undefined, with the fault noted, where it cannot be read. */
export function readMemory(state: State, address: number, size: Size): number | undefined {
  if ((address & (size - 1)) !== 0) return readAcross(state, address, size);
  const value = state.bus.read(address, size);
  if (value === undefined) fault(state, "bus", address);
  return value;
}

/** False, with the fault noted, where it cannot be written. */
export function writeMemory(state: State, address: number, size: Size, value: number): boolean {
  if ((address & (size - 1)) !== 0) return writeAcross(state, address, size, value);
  const narrow = size === 4 ? value >>> 0 : value & (size === 2 ? 0xffff : 0xff);
  const written = state.bus.write(address, size, narrow);
  if (!written) fault(state, "bus", address);
  return written;
}

/** Byte by byte, on a core that may. */
function readAcross(state: State, address: number, size: Size): number | undefined {
  if (!state.allowsUnaligned) {
    fault(state, "unaligned", address);
    return undefined;
  }
  let value = 0;
  for (let index = 0; index < size; index++) {
    const byte = readMemory(state, (address + index) >>> 0, 1);
    if (byte === undefined) return undefined;
    value |= byte << (8 * index);
  }
  return value >>> 0;
}

function writeAcross(state: State, address: number, size: Size, value: number): boolean {
  if (!state.allowsUnaligned) {
    fault(state, "unaligned", address);
    return false;
  }
  for (let index = 0; index < size; index++) {
    if (!writeMemory(state, (address + index) >>> 0, 1, value >>> (8 * index))) return false;
  }
  return true;
}
