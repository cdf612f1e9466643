import { add, setNZ, subtract } from "../flags.ts";
import { type Execute, fault, PC, SP, type State } from "../state.ts";
import { expanded, fieldD, fieldM, fieldN, isSpecial, type Operand, shiftedRegister } from "./operands.ts";

/** The operations that have a form with a modified immediate and one with a shifted register (A5.3.1, A5.3.11). */
type Operation = (state: State, n: number, operand: Operand) => number;

const SET_FLAGS = 1 << 20;

/** Logical operations set C by their operand, and leave V. */
function logical(compute: (n: number, m: number) => number): Operation {
  return (state, n, { value, carry }) => {
    const result = compute(n, value);
    setNZ(state, result);
    state.carry = carry;
    return result;
  };
}

const and = logical((n, m) => n & m);
const bic = logical((n, m) => n & ~m);
const orr = logical((n, m) => n | m);
const orn = logical((n, m) => n | ~m);
const eor = logical((n, m) => n ^ m);
const addition: Operation = (state, n, { value }) => add(state, n, value, false);
const adc: Operation = (state, n, { value }) => add(state, n, value, state.carry);
const sbc: Operation = (state, n, { value }) => add(state, n, ~value, state.carry);
const subtraction: Operation = (state, n, { value }) => subtract(state, n, value);
const rsb: Operation = (state, n, { value }) => subtract(state, value, n);

/** Those that name themselves by a register 15: MOV and MVN have no first operand, TST and its like no result. */
const withoutFirst: ReadonlySet<Operation> = new Set([orr, orn]);
const withoutResult: ReadonlySet<Operation> = new Set([and, eor, addition, subtraction]);
/** Those that may work on the SP. */
const forSp: ReadonlySet<Operation> = new Set([addition, subtraction]);

function run(state: State, opcode: number, operation: Operation, operand: Operand | undefined): void {
  const { registers } = state;
  const [n, d] = [fieldN(opcode), fieldD(opcode)];
  const setsFlags = (opcode & SET_FLAGS) !== 0;
  const hasFirst = !(n === PC && withoutFirst.has(operation));
  const hasResult = !(d === PC && setsFlags && withoutResult.has(operation));
  const isWrong = (hasFirst && !mayBeFirst(operation, n)) || (hasResult && !mayBeResult(operation, n, d));
  if (operand === undefined || isWrong) {
    fault(state, "unpredictable");
    return;
  }
  const { negative, zero, carry, overflow } = state;
  const result = operation(state, hasFirst ? registers[n]! : 0, operand);
  if (!setsFlags) Object.assign(state, { negative, zero, carry, overflow });
  if (hasResult) registers[d] = d === SP ? result & ~3 : result;
}

function mayBeFirst(operation: Operation, n: number): boolean {
  return !isSpecial(n) || (n === SP && forSp.has(operation));
}

function mayBeResult(operation: Operation, n: number, d: number): boolean {
  return !isSpecial(d) || (d === SP && n === SP && forSp.has(operation));
}

const byImmediate =
  (operation: Operation): Execute =>
  (state, opcode) =>
    run(state, opcode, operation, expanded(opcode, state.carry));

const byRegister =
  (operation: Operation): Execute =>
  (state, opcode) => {
    // MOV of a register may read or write the SP, which nothing else may.
    const isPlainMove = operation === orr && fieldN(opcode) === PC && (opcode & 0x70f0) === 0;
    if (isPlainMove) move(state, opcode);
    else
      run(state, opcode, operation, isSpecial(fieldM(opcode)) ? undefined : shiftedRegister(state, opcode));
  };

function move(state: State, opcode: number): void {
  const { registers } = state;
  const [d, m] = [fieldD(opcode), fieldM(opcode)];
  const setsFlags = (opcode & SET_FLAGS) !== 0;
  if (d === PC || m === PC || (d === SP && m === SP) || (setsFlags && (d === SP || m === SP))) {
    fault(state, "unpredictable");
    return;
  }
  registers[d] = d === SP ? registers[m]! & ~3 : registers[m]!;
  if (setsFlags) setNZ(state, registers[d]!);
}

/** By their number in the encoding. */
export const operations = [
  [0b0000, "AND, TST", and],
  [0b0001, "BIC", bic],
  [0b0010, "ORR, MOV", orr],
  [0b0011, "ORN, MVN", orn],
  [0b0100, "EOR, TEQ", eor],
  [0b1000, "ADD, CMN", addition],
  [0b1010, "ADC", adc],
  [0b1011, "SBC", sbc],
  [0b1101, "SUB, CMP", subtraction],
  [0b1110, "RSB", rsb],
] as const satisfies readonly (readonly [number, string, Operation])[];

export { byImmediate, byRegister };
