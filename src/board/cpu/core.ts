import type { Bus } from "./bus.ts";
import { type Architecture, type Decoded, decodedFor, FIRST_WIDE } from "./decode.ts";
import { readMsp, readPsp, readXpsr, writeControl, writeMsp, writePsp, writeXpsr } from "./special.ts";
import { type Execute, fault, LR, newState, PC, SP, type State } from "./state.ts";
import type { Stop } from "./stop.ts";
import { holds } from "./thumb2/branch.ts";

/**
 * An ARMv6-M core, after the ARMv6-M Architecture Reference Manual (ARM DDI 0419), or one with what flash loaders use of
 * ARMv7-M (ARM DDI 0403): it runs what OpenOCD downloads into RAM (flash loaders, checksum, erase check).
 *
 * There are no exceptions: where a chip would take one, it stops with a fault, at an instruction that has changed no
 * register. (Of the words that STM and PUSH store, those before the refused one are written.) An encoding that the
 * manual calls UNPREDICTABLE faults, too.
 */
export class Core {
  /** r0 to r12, the SP in use, LR, and the address of the next instruction. `run` clears bits that are always 0. */
  readonly registers: Uint32Array;
  readonly #state: State;
  readonly #decoded: Decoded;

  constructor(bus: Bus, architecture: Architecture = "v6m") {
    this.#state = newState(bus, architecture === "v7m");
    this.#decoded = decodedFor(architecture);
    this.registers = this.#state.registers;
  }

  /** Flags, T bit and exception number. A T bit that is cleared makes the next instruction fault. */
  get xpsr(): number {
    return readXpsr(this.#state);
  }

  set xpsr(value: number) {
    writeXpsr(this.#state, value);
  }

  get msp(): number {
    return readMsp(this.#state);
  }

  set msp(value: number) {
    writeMsp(this.#state, value);
  }

  get psp(): number {
    return readPsp(this.#state);
  }

  set psp(value: number) {
    writePsp(this.#state, value);
  }

  /** Bit 0 nPRIV, bit 1 SPSEL: the PSP is the SP in Thread mode. */
  get control(): number {
    return this.#state.control;
  }

  set control(value: number) {
    writeControl(this.#state, value);
  }

  /** 0 or 1. It masks nothing here; it is only stored, so that it can be read back. */
  get primask(): number {
    return this.#state.primask;
  }

  set primask(value: number) {
    this.#state.primask = value & 1;
  }

  /** Takes stack pointer and PC from a vector table, as B1.5.5 has it; false where that cannot be read. */
  reset(vectorTable: number): boolean {
    const state = this.#state;
    const stack = state.bus.read(vectorTable >>> 0, 4);
    const start = state.bus.read((vectorTable + 4) >>> 0, 4);
    if (stack === undefined || start === undefined) return false;
    state.registers.fill(0);
    state.primask = 0;
    writeControl(state, 0);
    writeXpsr(state, (start & 1) << 24);
    writeMsp(state, stack);
    writePsp(state, 0);
    state.registers[LR] = 0xffff_ffff;
    state.registers[PC] = start & ~1;
    return true;
  }

  /** Executes at most so many instructions. */
  run(steps: number): Stop {
    const state = this.#state;
    const { registers } = state;
    state.stop = undefined;
    registers[SP] = registers[SP]! & ~3;
    registers[PC] = registers[PC]! & ~1;
    for (let left = steps; left > 0; left--) {
      step(state, this.#decoded);
      if (state.stop !== undefined) {
        registers[PC] = state.address;
        return state.stop;
      }
    }
    return { kind: "steps" };
  }
}

/** Executes one instruction, or notes why not. */
function step(state: State, decoded: Decoded): void {
  const { registers } = state;
  const address = registers[PC]!;
  state.address = address;
  if (!state.thumb) {
    fault(state, "thumb state");
    return;
  }
  const opcode = state.bus.read(address, 2);
  if (opcode === undefined) {
    fault(state, "bus", address);
    return;
  }
  registers[PC] = address + 2;
  if (state.it === 0) {
    decoded[opcode]!(state, opcode);
    state.it = state.nextIt;
    state.nextIt = 0;
  } else stepInBlock(state, decoded[opcode]!, opcode);
}

/** One instruction of an IT block. */
function stepInBlock(state: State, execute: Execute, opcode: number): void {
  const { registers, negative, zero, carry, overflow, it } = state;
  const isWide = opcode >= FIRST_WIDE;
  const isLast = (it & 7) === 0;
  const next = registers[PC]! + (isWide ? 2 : 0);
  const before = registers.slice();
  if (isNeverInBlock(opcode)) fault(state, "unpredictable");
  else if (holds(state, it >> 4) || isBreakpoint(opcode)) {
    execute(state, opcode);
    // There, narrow instructions leave the flags alone, but for those that do nothing else.
    if (!isWide && !isComparison(opcode)) Object.assign(state, { negative, zero, carry, overflow });
  } else registers[PC] = next;
  if (state.stop !== undefined) return;
  // Only the last one may branch.
  if (!isLast && registers[PC] !== next) {
    registers.set(before);
    fault(state, "unpredictable");
  } else state.it = isLast ? 0 : (it & 0xe0) | ((it << 1) & 0x1f);
}

/** A branch with a condition of its own, and another IT. */
function isNeverInBlock(opcode: number): boolean {
  const isConditional = opcode >> 12 === 0b1101 && ((opcode >> 8) & 15) < 14;
  return isConditional || (opcode >> 8 === 0xbf && (opcode & 15) !== 0);
}

function isBreakpoint(opcode: number): boolean {
  return opcode >> 8 === 0xbe;
}

/** CMP, CMN and TST. */
function isComparison(opcode: number): boolean {
  const isOfRegisters = [0x4200, 0x4280, 0x42c0].includes(opcode & 0xffc0);
  return opcode >> 11 === 0b00101 || isOfRegisters || (opcode & 0xff00) === 0x4500;
}
