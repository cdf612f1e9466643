import { setNZ } from "../flags.ts";
import * as logic from "../instructions/logic.ts";
import { type Execute, fault, type State } from "../state.ts";
import { fieldD, fieldM, fieldN, refused, shifted } from "./operands.ts";

/** LSL, LSR, ASR and ROR by a register's lowest byte (A5.3.12). */
export const shiftBy =
  (kind: number): Execute =>
  (state, opcode) => {
    const { registers } = state;
    const [d, n, m] = [fieldD(opcode), fieldN(opcode), fieldM(opcode)];
    if (refused(state, d, n, m)) return;
    const { value, carry } = shifted(registers[n]!, kind, registers[m]! & 0xff, state.carry);
    registers[d] = value;
    if ((opcode & (1 << 20)) === 0) return;
    setNZ(state, value);
    state.carry = carry;
  };

/** SXTH and its like, of a register rotated by whole bytes. */
export const extend =
  (compute: (value: number) => number): Execute =>
  (state, opcode) => {
    const [d, m] = [fieldD(opcode), fieldM(opcode)];
    if (refused(state, d, m)) return;
    const { value } = shifted(state.registers[m]!, 3, 8 * ((opcode >>> 4) & 3), false);
    state.registers[d] = compute(value);
  };

/** REV and its like; Rm is given twice, and has to be the same. */
export const unary =
  (compute: (value: number) => number): Execute =>
  (state, opcode) => {
    const [d, m] = [fieldD(opcode), fieldM(opcode)];
    if (refused(state, d, m)) return;
    if (fieldN(opcode) !== m) fault(state, "unpredictable");
    else state.registers[d] = compute(state.registers[m]!);
  };

export const countLeadingZeros = (value: number): number => Math.clz32(value);

export function reversedBits(value: number): number {
  let result = 0;
  for (let bit = 0; bit < 32; bit++) result |= ((value >>> bit) & 1) << (31 - bit);
  return result;
}

/** What a narrow instruction of one low register makes of a value. */
const asNarrow =
  (execute: Execute) =>
  (value: number): number => {
    const state = { registers: Uint32Array.of(value) } as unknown as State;
    execute(state, 0);
    return state.registers[0]!;
  };

export const { rev, rev16, revsh, sxth, uxth, sxtb, uxtb } = {
  rev: asNarrow(logic.rev),
  rev16: asNarrow(logic.rev16),
  revsh: asNarrow(logic.revsh),
  sxth: asNarrow(logic.sxth),
  uxth: asNarrow(logic.uxth),
  sxtb: asNarrow(logic.sxtb),
  uxtb: asNarrow(logic.uxtb),
};
