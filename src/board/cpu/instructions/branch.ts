import { branchExchange, type Execute, fault, LR, PC, type State } from "../state.ts";

export const beq: Execute = (state, opcode) => branchIf(state, opcode, state.zero);
export const bne: Execute = (state, opcode) => branchIf(state, opcode, !state.zero);
export const bcs: Execute = (state, opcode) => branchIf(state, opcode, state.carry);
export const bcc: Execute = (state, opcode) => branchIf(state, opcode, !state.carry);
export const bmi: Execute = (state, opcode) => branchIf(state, opcode, state.negative);
export const bpl: Execute = (state, opcode) => branchIf(state, opcode, !state.negative);
export const bvs: Execute = (state, opcode) => branchIf(state, opcode, state.overflow);
export const bvc: Execute = (state, opcode) => branchIf(state, opcode, !state.overflow);
export const bhi: Execute = (state, opcode) => branchIf(state, opcode, state.carry && !state.zero);
export const bls: Execute = (state, opcode) => branchIf(state, opcode, !state.carry || state.zero);
export const bge: Execute = (state, opcode) => branchIf(state, opcode, state.negative === state.overflow);
export const blt: Execute = (state, opcode) => branchIf(state, opcode, state.negative !== state.overflow);
export const bgt: Execute = (state, opcode) => {
  branchIf(state, opcode, !state.zero && state.negative === state.overflow);
};
export const ble: Execute = (state, opcode) => {
  branchIf(state, opcode, state.zero || state.negative !== state.overflow);
};

/** imm11, in halfwords. */
export const b: Execute = ({ registers }, opcode) => {
  registers[PC] = registers[PC]! + 2 + ((opcode << 21) >> 20);
};

export const bx: Execute = (state, opcode) => {
  const m = (opcode >> 3) & 15;
  if (m === PC) fault(state, "unpredictable");
  else branchExchange(state, state.registers[m]!);
};

export const blx: Execute = (state, opcode) => {
  const { registers } = state;
  const m = (opcode >> 3) & 15;
  if (m === PC) {
    fault(state, "unpredictable");
    return;
  }
  const target = registers[m]!;
  registers[LR] = registers[PC]! | 1;
  // BLXWritePC knows no return from an exception.
  state.thumb = (target & 1) === 1;
  registers[PC] = target & ~1;
};

/** BL, both halfwords: S imm10, J1 J2 imm11; the PC points after both. */
export const bl: Execute = ({ registers }, opcode) => {
  const s = (opcode >>> 26) & 1;
  const i1 = ~((opcode >>> 13) ^ s) & 1;
  const i2 = ~((opcode >>> 11) ^ s) & 1;
  const imm10 = (opcode >>> 16) & 0x3ff;
  const offset = (-s << 24) | (i1 << 23) | (i2 << 22) | (imm10 << 12) | ((opcode & 0x7ff) << 1);
  const next = registers[PC]!;
  registers[LR] = next | 1;
  registers[PC] = next + offset;
};

/** imm8, in halfwords. */
function branchIf({ registers }: State, opcode: number, condition: boolean): void {
  if (condition) registers[PC] = registers[PC]! + 2 + ((opcode << 24) >> 23);
}
