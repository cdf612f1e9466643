import { type Execute, fault, PC, SP, type State } from "../state.ts";
import { fieldD, fieldN, immediate12, isSpecial, refused } from "./operands.ts";

// The forms with a plain immediate (A5.3.3). None sets flags.

export const addWide: Execute = (state, opcode) => addImmediate(state, opcode, immediate12(opcode));
export const subWide: Execute = (state, opcode) => addImmediate(state, opcode, -immediate12(opcode));

/** Also ADR, where the first operand is the PC. */
function addImmediate(state: State, opcode: number, amount: number): void {
  const { registers } = state;
  const [n, d] = [fieldN(opcode), fieldD(opcode)];
  if (d === PC || (d === SP && n !== SP)) {
    fault(state, "unpredictable");
    return;
  }
  const first = n === PC ? registers[PC]! & ~3 : registers[n]!;
  const result = first + amount;
  registers[d] = d === SP ? result & ~3 : result;
}

export const movw: Execute = (state, opcode) => {
  if (!refused(state, fieldD(opcode))) state.registers[fieldD(opcode)] = immediate16(opcode);
};

export const movt: Execute = (state, opcode) => {
  const d = fieldD(opcode);
  if (refused(state, d)) return;
  state.registers[d] = (state.registers[d]! & 0xffff) | (immediate16(opcode) << 16);
};

/** imm4:i:imm3:imm8 */
function immediate16(opcode: number): number {
  return ((opcode >>> 4) & 0xf000) | immediate12(opcode);
}

/** UBFX and SBFX: a field of a register. */
export const ubfx: Execute = (state, opcode) => {
  extract(state, opcode, (value, width) => (width === 32 ? value : value & (2 ** width - 1)));
};

export const sbfx: Execute = (state, opcode) => {
  extract(state, opcode, (value, width) => (value << (32 - width)) >> (32 - width));
};

function extract(state: State, opcode: number, narrowed: (value: number, width: number) => number): void {
  const [lowest, width] = [lowestBit(opcode), (opcode & 31) + 1];
  if (refused(state, fieldD(opcode), fieldN(opcode))) return;
  if (lowest + width > 32) fault(state, "unpredictable");
  else state.registers[fieldD(opcode)] = narrowed(state.registers[fieldN(opcode)]! >>> lowest, width);
}

/** Puts a register's lowest bits into a field of another; with the PC for it, BFC, zeros. */
export const bfi: Execute = (state, opcode) => {
  const { registers } = state;
  const [n, d] = [fieldN(opcode), fieldD(opcode)];
  const [lowest, highest] = [lowestBit(opcode), opcode & 31];
  if (isSpecial(d) || n === SP || highest < lowest) {
    fault(state, "unpredictable");
    return;
  }
  const mask = (2 ** (highest - lowest + 1) - 1) * 2 ** lowest;
  const bits = n === PC ? 0 : registers[n]! << lowest;
  registers[d] = (registers[d]! & ~mask) | (bits & mask);
};

/** imm3:imm2 */
function lowestBit(opcode: number): number {
  return ((opcode >>> 10) & 0x1c) | ((opcode >>> 6) & 3);
}
