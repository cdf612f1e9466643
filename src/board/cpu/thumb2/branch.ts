import { readMemory } from "../instructions/memory.ts";
import { type Execute, fault, PC, SP, type State } from "../state.ts";
import { fieldM, fieldN, isSpecial } from "./operands.ts";

/** Whether a condition holds: EQ, CS, MI, VS, HI, GE, GT and their opposites (A7.3). */
export function holds({ negative, zero, carry, overflow }: State, condition: number): boolean {
  const base = [
    zero,
    carry,
    negative,
    overflow,
    carry && !zero,
    negative === overflow,
    negative === overflow && !zero,
    true,
  ][condition >> 1]!;
  return condition & 1 && condition !== 15 ? !base : base;
}

/** IT: up to four instructions that follow are executed where a condition holds, or its opposite. */
export const ifThen: Execute = (state, opcode) => {
  const [condition, mask] = [(opcode >> 4) & 15, opcode & 15];
  const isAlways = condition === 14 && (mask & (mask - 1)) !== 0;
  if (state.it !== 0 || condition === 15 || isAlways) fault(state, "unpredictable");
  else state.nextIt = opcode & 0xff;
};

/** CBZ and CBNZ: forwards only. */
export const compareAndBranch: Execute = (state, opcode) => {
  const { registers } = state;
  if (state.it !== 0) {
    fault(state, "unpredictable");
    return;
  }
  const offset = ((opcode >> 3) & 0x40) | ((opcode >> 2) & 0x3e);
  const isZero = registers[opcode & 7] === 0;
  if (isZero === ((opcode & 0x800) === 0)) registers[PC] = registers[PC]! + 2 + offset;
};

/** B.W with a condition: S J2 J1 imm6 imm11. */
export const conditional: Execute = (state, opcode) => {
  if (state.it !== 0) {
    fault(state, "unpredictable");
    return;
  }
  if (!holds(state, (opcode >>> 22) & 15)) return;
  const s = (opcode >>> 26) & 1;
  const offset =
    (-s << 20) |
    (((opcode >>> 11) & 1) << 19) |
    (((opcode >>> 13) & 1) << 18) |
    (((opcode >>> 16) & 0x3f) << 12) |
    ((opcode & 0x7ff) << 1);
  state.registers[PC] = state.registers[PC]! + offset;
};

/** B.W: as BL, without the link. */
export const wide: Execute = (state, opcode) => {
  const s = (opcode >>> 26) & 1;
  const i1 = ~((opcode >>> 13) ^ s) & 1;
  const i2 = ~((opcode >>> 11) ^ s) & 1;
  const imm10 = (opcode >>> 16) & 0x3ff;
  const offset = (-s << 24) | (i1 << 23) | (i2 << 22) | (imm10 << 12) | ((opcode & 0x7ff) << 1);
  state.registers[PC] = state.registers[PC]! + offset;
};

/** TBB and TBH: forwards by twice an entry of a table. */
export const table: Execute = (state, opcode) => {
  const { registers } = state;
  const [n, m] = [fieldN(opcode), fieldM(opcode)];
  if (n === SP || isSpecial(m)) {
    fault(state, "unpredictable");
    return;
  }
  const size = opcode & 0x10 ? 2 : 1;
  const entry = readMemory(state, (registers[n]! + registers[m]! * size) >>> 0, size);
  if (entry !== undefined) registers[PC] = registers[PC]! + 2 * entry;
};
