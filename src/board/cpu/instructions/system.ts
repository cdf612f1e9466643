import {
  isPrivileged,
  readApsr,
  readMsp,
  readPsp,
  writeApsr,
  writeControl,
  writeMsp,
  writePsp,
} from "../special.ts";
import { type Execute, fault, PC, SP, type State } from "../state.ts";

export const breakpoint: Execute = (state) => {
  state.stop = { kind: "breakpoint", address: state.address };
};

/** NOP, YIELD, SEV, and hints that mean nothing yet. WFE and WFI may end at any time (B1.5.18), and do at once. */
export const hint: Execute = () => {};

/** DMB, DSB, ISB: every access is complete before the next instruction begins. */
export const barrier: Execute = () => {};

export const svc: Execute = (state) => fault(state, "exception");
export const notDefined: Execute = (state) => fault(state, "undefined");
export const unpredictable: Execute = (state) => fault(state, "unpredictable");

/** CPSIE i and CPSID i. */
export const cps: Execute = (state, opcode) => {
  if (isPrivileged(state)) state.primask = (opcode >> 4) & 1;
};

/** What MSR and MRS call the special registers (B4.2.2): 0 to 3 and 5 to 7 are views of the xPSR. */
const MSP = 8;
const PSP = 9;
const PRIMASK = 16;
const CONTROL = 20;

export const mrs: Execute = (state, opcode) => {
  const d = (opcode >>> 8) & 15;
  const system = opcode & 0xff;
  if (d === SP || d === PC || !isSpecial(system)) fault(state, "unpredictable");
  else state.registers[d] = readSpecial(state, system);
};

export const msr: Execute = (state, opcode) => {
  const n = (opcode >>> 16) & 15;
  const system = opcode & 0xff;
  if (n === SP || n === PC || !isSpecial(system)) fault(state, "unpredictable");
  else writeSpecial(state, system, state.registers[n]!);
};

function isSpecial(system: number): boolean {
  return (system < 8 && system !== 4) || [MSP, PSP, PRIMASK, CONTROL].includes(system);
}

function readSpecial(state: State, system: number): number {
  // The EPSR reads as zero.
  if (system < 8) return (system & 4 ? 0 : readApsr(state)) | (system & 1 ? state.ipsr : 0);
  if (system === CONTROL) return state.control;
  if (!isPrivileged(state)) return 0;
  if (system === PRIMASK) return state.primask;
  return system === MSP ? readMsp(state) : readPsp(state);
}

/** Writes what may be written and leaves the rest: the IPSR and the EPSR always, all but the flags when unprivileged. */
function writeSpecial(state: State, system: number, value: number): void {
  if (system < 8) {
    if ((system & 4) === 0) writeApsr(state, value);
  } else if (isPrivileged(state)) {
    if (system === PRIMASK) state.primask = value & 1;
    else if (system === MSP) writeMsp(state, value);
    else if (system === PSP) writePsp(state, value);
    // In Handler mode SPSEL stays as it is.
    else writeControl(state, state.ipsr === 0 ? value : (state.control & 2) | (value & 1));
  }
}
