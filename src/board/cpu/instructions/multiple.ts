import { branchExchange, type Execute, fault, LR, PC, SP, type State } from "../state.ts";
import { readMemory, writeMemory } from "./memory.ts";

/** STM Rn! list. A base in the list is stored as it was; the manual promises that only where it is the lowest. */
export const stm: Execute = (state, opcode) => {
  const n = (opcode >> 8) & 7;
  const list = registersIn(opcode & 0xff);
  const start = state.registers[n]!;
  if (storeAll(state, start, list)) state.registers[n] = start + list.length * 4;
};

/** LDM Rn! list; without the write-back where the base is in the list. */
export const ldm: Execute = (state, opcode) => {
  const n = (opcode >> 8) & 7;
  const list = registersIn(opcode & 0xff);
  const start = state.registers[n]!;
  const values = loadAll(state, start, list);
  if (values === undefined) return;
  state.registers[n] = start + list.length * 4;
  for (const [i, register] of list.entries()) state.registers[register] = values[i]!;
};

export const push: Execute = (state, opcode) => {
  const list = registersIn((opcode & 0xff) | ((opcode & 0x100) << (LR - 8)));
  const start = (state.registers[SP]! - list.length * 4) >>> 0;
  if (storeAll(state, start, list)) state.registers[SP] = start;
};

export const pop: Execute = (state, opcode) => {
  const list = registersIn((opcode & 0xff) | ((opcode & 0x100) << (PC - 8)));
  const start = state.registers[SP]!;
  const values = loadAll(state, start, list);
  if (values === undefined) return;
  if (list.at(-1) === PC) branchExchange(state, values.at(-1)!);
  if (state.stop !== undefined) return;
  state.registers[SP] = start + list.length * 4;
  for (const [i, register] of list.entries()) {
    if (register !== PC) state.registers[register] = values[i]!;
  }
};

function registersIn(bits: number): number[] {
  const list: number[] = [];
  for (let register = 0; bits >> register !== 0; register++) {
    if ((bits >> register) & 1) list.push(register);
  }
  return list;
}

/** The words from `start` on, one for each register; undefined where that cannot be done. */
function loadAll(state: State, start: number, list: readonly number[]): number[] | undefined {
  if (isRefused(state, start, list)) return undefined;
  const values: number[] = [];
  for (let i = 0; i < list.length; i++) {
    const value = readMemory(state, (start + i * 4) >>> 0, 4);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

/** No list may be empty, and none may begin within a word, whatever single loads may. */
function isRefused(state: State, start: number, list: readonly number[]): boolean {
  if (list.length === 0) fault(state, "unpredictable");
  else if ((start & 3) !== 0) fault(state, "unaligned", start);
  return state.stop !== undefined;
}

function storeAll(state: State, start: number, list: readonly number[]): boolean {
  if (isRefused(state, start, list)) return false;
  return list.every((register, i) => {
    return writeMemory(state, (start + i * 4) >>> 0, 4, state.registers[register]!);
  });
}
