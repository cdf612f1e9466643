import type { Bus } from "./bus.ts";
import type { Fault, Stop } from "./stop.ts";

/** Register numbers with a part of their own. */
export const SP = 13;
export const LR = 14;
export const PC = 15;

/** All that an instruction can change. */
export interface State {
  readonly bus: Bus;
  /** r0 to r12, the SP in use, LR, and the address of the next instruction. */
  readonly registers: Uint32Array;
  negative: boolean;
  zero: boolean;
  carry: boolean;
  overflow: boolean;
  /** The T bit. */
  thumb: boolean;
  /** ITSTATE: which of the next instructions are executed on which condition; 0 outside of an IT block. */
  it: number;
  /** What the instruction that is being executed makes of `it`; 0 where it leaves that alone. */
  nextIt: number;
  /** Whether single loads and stores may cross words. */
  readonly allowsUnaligned: boolean;
  /** The exception's number, 0 in Thread mode. */
  ipsr: number;
  /** 0 or 1. */
  primask: number;
  /** Bit 0 nPRIV, bit 1 SPSEL. */
  control: number;
  /** The one of MSP and PSP that is not in use. */
  otherSp: number;
  /** The address of the instruction that is being executed. */
  address: number;
  /** Set by an instruction that cannot be completed. */
  stop: Stop | undefined;
}

/** Executes one kind of instruction. The PC already points after its first halfword. */
export type Execute = (state: State, opcode: number) => void;

export function newState(bus: Bus, allowsUnaligned: boolean): State {
  return {
    bus,
    registers: new Uint32Array(16),
    negative: false,
    zero: false,
    carry: false,
    overflow: false,
    thumb: true,
    it: 0,
    nextIt: 0,
    allowsUnaligned,
    ipsr: 0,
    primask: 0,
    control: 0,
    otherSp: 0,
    address: 0,
    stop: undefined,
  };
}

export function fault(state: State, why: Fault, access?: number): void {
  const { address } = state;
  state.stop = { kind: "fault", why, address, ...(access !== undefined && { access }) };
}

/** A register as an instruction reads it: the PC is 4 bytes ahead of the instruction (A5.1.2). */
export function read(state: State, register: number): number {
  const value = state.registers[register]!;
  return register === PC ? (value + 2) >>> 0 : value;
}

/** Writes any register: bit 0 of the PC and the lowest two of the SP stay clear (B1.4.1). */
export function write(state: State, register: number, value: number): void {
  state.registers[register] = register === PC ? value & ~1 : register === SP ? value & ~3 : value;
}

/** BXWritePC and LoadWritePC: bit 0 of the address chooses the state (A4.1.1). */
export function branchExchange(state: State, address: number): void {
  if (state.ipsr !== 0 && address >>> 28 === 0xf) {
    fault(state, "exception");
    return;
  }
  state.thumb = (address & 1) === 1;
  state.registers[PC] = address & ~1;
}
