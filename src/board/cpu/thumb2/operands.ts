import { fault, PC, SP, type State } from "../state.ts";

/** A value, and the carry that making it left (A5.3.2, A7.4.2 of the ARMv7-M Architecture Reference Manual, DDI 0403). */
export interface Operand {
  readonly value: number;
  readonly carry: boolean;
}

/** Fields of a 32-bit encoding, where most have them. */
export const fieldN = (opcode: number): number => (opcode >>> 16) & 15;
export const fieldD = (opcode: number): number => (opcode >>> 8) & 15;
export const fieldT = (opcode: number): number => (opcode >>> 12) & 15;
export const fieldM = (opcode: number): number => opcode & 15;

/** i:imm3:imm8 */
export function immediate12(opcode: number): number {
  return ((opcode >>> 15) & 0x800) | ((opcode >>> 4) & 0x700) | (opcode & 0xff);
}

/** ThumbExpandImm_C; undefined where the pattern is unpredictable. */
export function expanded(opcode: number, carry: boolean): Operand | undefined {
  const imm12 = immediate12(opcode);
  const imm8 = imm12 & 0xff;
  if (imm12 >>> 10 !== 0) {
    const value = rotated(0x80 | (imm12 & 0x7f), imm12 >>> 7);
    return { value, carry: value < 0 };
  }
  const pattern = (imm12 >>> 8) & 3;
  if (pattern !== 0 && imm8 === 0) return undefined;
  const value = [imm8, (imm8 << 16) | imm8, (imm8 << 24) | (imm8 << 8), imm8 * 0x0101_0101][pattern]!;
  return { value: value | 0, carry };
}

/** The second operand of a shifted-register form: imm3:imm2, type, Rm. */
export function shiftedRegister(state: State, opcode: number): Operand {
  const by = ((opcode >>> 10) & 0x1c) | ((opcode >>> 6) & 3);
  return shiftImmediate(state, state.registers[fieldM(opcode)]!, (opcode >>> 4) & 3, by);
}

/** DecodeImmShift and Shift_C; an amount of 0 has a meaning of its own for each kind. */
function shiftImmediate(state: State, value: number, kind: number, by: number): Operand {
  if (kind === 0)
    return by === 0 ? { value: value | 0, carry: state.carry } : shifted(value, 0, by, state.carry);
  if (kind === 3 && by === 0) {
    return { value: (state.carry ? 0x8000_0000 : 0) | (value >>> 1) | 0, carry: (value & 1) === 1 };
  }
  return shifted(value, kind, by === 0 ? 32 : by, state.carry);
}

/** Shift_C by any amount, as a register's lowest byte has it: LSL, LSR, ASR, ROR. */
export function shifted(value: number, kind: number, by: number, carry: boolean): Operand {
  if (by === 0) return { value: value | 0, carry };
  if (kind === 0) {
    return { value: by < 32 ? value << by : 0, carry: by <= 32 && ((value >>> (32 - by)) & 1) === 1 };
  }
  if (kind === 1) {
    return { value: by < 32 ? (value >>> by) | 0 : 0, carry: by <= 32 && ((value >>> (by - 1)) & 1) === 1 };
  }
  if (kind === 2) {
    return {
      value: (value | 0) >> Math.min(by, 31),
      carry: (((value | 0) >> Math.min(by - 1, 31)) & 1) === 1,
    };
  }
  const result = rotated(value, by & 31);
  return { value: result, carry: result < 0 };
}

function rotated(value: number, by: number): number {
  return by === 0 ? value | 0 : (value >>> by) | (value << (32 - by));
}

/** Whether a register is none that an operand may be: the SP or the PC. */
export function isSpecial(register: number): boolean {
  return register === SP || register === PC;
}

/** Faults for operands that the manual leaves open; answers whether it did. */
export function refused(state: State, ...registers: readonly number[]): boolean {
  if (!registers.some(isSpecial)) return false;
  fault(state, "unpredictable");
  return true;
}
