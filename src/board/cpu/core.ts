import type { Bus } from "./bus.ts";
import { decoded } from "./decode.ts";
import { readMsp, readPsp, readXpsr, writeControl, writeMsp, writePsp, writeXpsr } from "./special.ts";
import { fault, LR, newState, PC, SP, type State } from "./state.ts";
import type { Stop } from "./stop.ts";

/**
 * An ARMv6-M core, after the ARMv6-M Architecture Reference Manual (ARM DDI 0419): it runs what OpenOCD downloads into
 * RAM (flash loaders, checksum, erase check), which is written for ARMv6-M so that every Cortex-M can run it.
 *
 * There are no exceptions: where a chip would take one, it stops with a fault, at an instruction that has changed no
 * register. (Of the words that STM and PUSH store, those before the refused one are written.) An encoding that the
 * manual calls UNPREDICTABLE faults, too.
 */
export class Core {
  /** r0 to r12, the SP in use, LR, and the address of the next instruction. `run` clears bits that are always 0. */
  readonly registers: Uint32Array;
  readonly #state: State;

  constructor(bus: Bus) {
    this.#state = newState(bus);
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

  /** 0 or 1. Masks nothing here; it is kept for whoever reads it. */
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
      step(state);
      if (state.stop !== undefined) {
        registers[PC] = state.address;
        return state.stop;
      }
    }
    return { kind: "steps" };
  }
}

/** Executes one instruction, or notes why not. */
function step(state: State): void {
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
  decoded[opcode]!(state, opcode);
}
