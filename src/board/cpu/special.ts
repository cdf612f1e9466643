import { SP, type State } from "./state.ts";

// The special registers, section B1.4 of the ARMv6-M Architecture Reference Manual.

const N = 1 << 31;
const Z = 1 << 30;
const C = 1 << 29;
const V = 1 << 28;
const T = 1 << 24;

export function readApsr(state: State): number {
  const { negative, zero, carry, overflow } = state;
  return ((negative ? N : 0) | (zero ? Z : 0) | (carry ? C : 0) | (overflow ? V : 0)) >>> 0;
}

export function writeApsr(state: State, value: number): void {
  state.negative = (value & N) !== 0;
  state.zero = (value & Z) !== 0;
  state.carry = (value & C) !== 0;
  state.overflow = (value & V) !== 0;
}

export function readXpsr(state: State): number {
  const it = ((state.it & 3) << 25) | ((state.it >> 2) << 10);
  return (readApsr(state) | (state.thumb ? T : 0) | it | state.ipsr) >>> 0;
}

export function writeXpsr(state: State, value: number): void {
  writeApsr(state, value);
  state.thumb = (value & T) !== 0;
  // Only an ARMv7-M core has IT blocks, and only it may access across words.
  state.it = state.allowsUnaligned ? ((value >>> 25) & 3) | ((value >>> 8) & 0xfc) : 0;
  select(state, value & 0x3f, state.control);
}

/** Thread mode with nPRIV set; Handler mode is always privileged. */
export function isPrivileged(state: State): boolean {
  return state.ipsr !== 0 || (state.control & 1) === 0;
}

export function writeControl(state: State, value: number): void {
  select(state, state.ipsr, value & 3);
}

export function readMsp(state: State): number {
  return usesPsp(state) ? state.otherSp : state.registers[SP]!;
}

export function writeMsp(state: State, value: number): void {
  if (usesPsp(state)) state.otherSp = aligned(value);
  else state.registers[SP] = aligned(value);
}

export function readPsp(state: State): number {
  return usesPsp(state) ? state.registers[SP]! : state.otherSp;
}

export function writePsp(state: State, value: number): void {
  if (usesPsp(state)) state.registers[SP] = aligned(value);
  else state.otherSp = aligned(value);
}

/** Handler mode uses the main stack, whatever SPSEL says. */
function usesPsp({ ipsr, control }: State): boolean {
  return ipsr === 0 && (control & 2) !== 0;
}

/** Changes what chooses the stack pointer, and exchanges the two when the other one comes into use. */
function select(state: State, ipsr: number, control: number): void {
  const before = usesPsp(state);
  state.ipsr = ipsr;
  state.control = control;
  if (usesPsp(state) === before) return;
  const { otherSp } = state;
  state.otherSp = state.registers[SP]!;
  state.registers[SP] = otherSp;
}

function aligned(value: number): number {
  return (value & ~3) >>> 0;
}
