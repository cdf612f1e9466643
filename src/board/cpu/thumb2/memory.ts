import type { Size } from "../bus.ts";
import { readMemory, writeMemory } from "../instructions/memory.ts";
import { branchExchange, type Execute, fault, PC, SP, type State } from "../state.ts";
import { fieldM, fieldN, fieldT, isSpecial } from "./operands.ts";

/** Where a load or store goes, and what becomes of its base. */
interface Access {
  readonly address: number;
  /** The base register's new value; undefined where it stays. */
  readonly base?: number;
}

type Addressing = (state: State, opcode: number) => Access | undefined;

/** Rn and imm12. */
const positive: Addressing = ({ registers }, opcode) => ({
  address: (registers[fieldN(opcode)]! + (opcode & 0xfff)) >>> 0,
});

/** The PC and imm12, up or down. */
const literal: Addressing = ({ registers }, opcode) => {
  const offset = opcode & (1 << 23) ? opcode & 0xfff : -(opcode & 0xfff);
  return { address: ((registers[PC]! & ~3) + offset) >>> 0 };
};

/** Rn and imm8, up or down, before the access or after it (P, U, W). */
const indexed: Addressing = ({ registers }, opcode) => {
  const [n, t] = [fieldN(opcode), fieldT(opcode)];
  const [isBefore, isUp, writesBack] = [1 << 10, 1 << 9, 1 << 8].map((bit) => (opcode & bit) !== 0);
  if (!isBefore && !writesBack) return undefined;
  const moved = (registers[n]! + (isUp ? opcode & 0xff : -(opcode & 0xff))) >>> 0;
  if (writesBack && n === t) return undefined;
  return { address: isBefore ? moved : registers[n]!, ...(writesBack && { base: moved }) };
};

/** Rn and Rm, shifted left by imm2. */
const byRegister: Addressing = ({ registers }, opcode) => {
  if (isSpecial(fieldM(opcode))) return undefined;
  const offset = registers[fieldM(opcode)]! << ((opcode >>> 4) & 3);
  return { address: (registers[fieldN(opcode)]! + offset) >>> 0 };
};

export const addressings = { positive, literal, indexed, byRegister };

export function store(addressing: Addressing, size: Size): Execute {
  return (state, opcode) => {
    const { registers } = state;
    const t = fieldT(opcode);
    const access = fieldN(opcode) === PC ? undefined : addressing(state, opcode);
    if (access === undefined || t === PC || (t === SP && size !== 4)) {
      fault(state, "unpredictable");
      return;
    }
    if (writeMemory(state, access.address, size, registers[t]!)) writeBase(state, opcode, access);
  };
}

export function load(addressing: Addressing, size: Size, isSigned = false): Execute {
  return (state, opcode) => {
    const { registers } = state;
    const t = fieldT(opcode);
    const access = addressing(state, opcode);
    if (access === undefined || (isSpecial(t) && size !== 4)) {
      fault(state, "unpredictable");
      return;
    }
    const value = readMemory(state, access.address, size);
    if (value === undefined) return;
    writeBase(state, opcode, access);
    const unused = 32 - 8 * size;
    const extended = isSigned ? (value << unused) >> unused : value;
    if (t === PC) branchExchange(state, value);
    else registers[t] = t === SP ? extended & ~3 : extended;
  };
}

function writeBase({ registers }: State, opcode: number, { base }: Access): void {
  const n = fieldN(opcode);
  if (base !== undefined) registers[n] = n === SP ? base & ~3 : base;
}

/** LDRD and STRD: two words, at Rn and imm8 words, up or down, before or after (P, U, W). */
export const ldrd: Execute = (state, opcode) => {
  const [t, t2] = pair(opcode);
  const access = doubleAccess(state, opcode);
  if (access === undefined || isSpecial(t) || isSpecial(t2) || t === t2) {
    fault(state, "unpredictable");
    return;
  }
  const first = readAligned(state, access.address);
  const second = first === undefined ? undefined : readAligned(state, (access.address + 4) >>> 0);
  if (first === undefined || second === undefined) return;
  writeBase(state, opcode, access);
  state.registers[t] = first;
  state.registers[t2] = second;
};

export const strd: Execute = (state, opcode) => {
  const [t, t2] = pair(opcode);
  const access = fieldN(opcode) === PC ? undefined : doubleAccess(state, opcode);
  if (access === undefined || isSpecial(t) || isSpecial(t2)) {
    fault(state, "unpredictable");
    return;
  }
  const { address } = access;
  if ((address & 3) !== 0) fault(state, "unaligned", address);
  else if (writeMemory(state, address, 4, state.registers[t]!)) {
    if (writeMemory(state, (address + 4) >>> 0, 4, state.registers[t2]!)) writeBase(state, opcode, access);
  }
};

function pair(opcode: number): [number, number] {
  return [fieldT(opcode), (opcode >>> 8) & 15];
}

function doubleAccess({ registers }: State, opcode: number): Access | undefined {
  const n = fieldN(opcode);
  const [isBefore, isUp, writesBack] = [1 << 24, 1 << 23, 1 << 21].map((bit) => (opcode & bit) !== 0);
  if (writesBack && (n === PC || pair(opcode).includes(n))) return undefined;
  const base = n === PC ? (registers[PC]! & ~3) >>> 0 : registers[n]!;
  const moved = (base + (isUp ? 4 : -4) * (opcode & 0xff)) >>> 0;
  return { address: isBefore ? moved : base, ...(writesBack && { base: moved }) };
}

function readAligned(state: State, address: number): number | undefined {
  if ((address & 3) === 0) return readMemory(state, address, 4);
  fault(state, "unaligned", address);
  return undefined;
}

/** LDM and STM, of any registers, upwards or downwards. */
export const ldmUp: Execute = (state, opcode) => loadMultiple(state, opcode, true);
export const ldmDown: Execute = (state, opcode) => loadMultiple(state, opcode, false);
export const stmUp: Execute = (state, opcode) => storeMultiple(state, opcode, true);
export const stmDown: Execute = (state, opcode) => storeMultiple(state, opcode, false);

const WRITE_BACK = 1 << 21;

function listOf(opcode: number): number[] {
  return Array.from({ length: 16 }, (_, register) => register).filter(
    (register) => (opcode >>> register) & 1,
  );
}

function isWrongList(opcode: number, list: readonly number[]): boolean {
  const n = fieldN(opcode);
  return (
    n === PC || list.length < 2 || list.includes(SP) || ((opcode & WRITE_BACK) !== 0 && list.includes(n))
  );
}

function loadMultiple(state: State, opcode: number, isUp: boolean): void {
  const { registers } = state;
  const [n, list] = [fieldN(opcode), listOf(opcode)];
  if (isWrongList(opcode, list) || (list.includes(PC) && list.includes(14))) {
    fault(state, "unpredictable");
    return;
  }
  const base = registers[n]!;
  const start = (isUp ? base : base - 4 * list.length) >>> 0;
  const values: number[] = [];
  for (const [index] of list.entries()) {
    const value = readAligned(state, (start + 4 * index) >>> 0);
    if (value === undefined) return;
    values.push(value);
  }
  if (opcode & WRITE_BACK) registers[n] = (isUp ? base + 4 * list.length : start) & (n === SP ? ~3 : -1);
  for (const [index, register] of list.entries()) {
    if (register === PC) branchExchange(state, values[index]!);
    else registers[register] = values[index]!;
  }
}

function storeMultiple(state: State, opcode: number, isUp: boolean): void {
  const { registers } = state;
  const [n, list] = [fieldN(opcode), listOf(opcode)];
  if (isWrongList(opcode, list) || list.includes(PC)) {
    fault(state, "unpredictable");
    return;
  }
  const base = registers[n]!;
  const start = (isUp ? base : base - 4 * list.length) >>> 0;
  if ((start & 3) !== 0) {
    fault(state, "unaligned", start);
    return;
  }
  for (const [index, register] of list.entries()) {
    if (!writeMemory(state, (start + 4 * index) >>> 0, 4, registers[register]!)) return;
  }
  if (opcode & WRITE_BACK) registers[n] = (isUp ? base + 4 * list.length : start) & (n === SP ? ~3 : -1);
}
