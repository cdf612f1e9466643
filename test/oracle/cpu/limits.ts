import type { Core } from "../../../src/board/cpu/core.ts";
import type { Stop } from "../../../src/board/cpu/stop.ts";
import { WINDOW, WINDOW_BYTES } from "./layout.ts";

/** What is not compared: the judge is a Cortex-A7 that runs a program under Linux. */
export const limits = {
  "off limits": "it goes where only one of the two has memory, or executes what it has written",
  endless: "it goes in circles",
  unpredictable: "the manual leaves open what happens; we fault",
  "system call": "SVC asks Linux for something; we have no exceptions",
  unaligned:
    "a Cortex-A7 can read and write across words; ARMv6-M faults, and ARMv7-M where several are moved",
  "ARM state": "a Cortex-A7 has one; ARMv6-M faults",
  "not ours": "a Cortex-A7 has more instructions",
  "special register": "programs under Linux can write the flags alone, and read more with them",
  "low bits of SP": "a Cortex-A7 keeps them; on ARMv6-M they are 0",
  "Linux's breakpoint": "UDF #1 is reported as BKPT is",
} as const;

export type Limit = keyof typeof limits;

/** Its number in MSR. */
const APSR = 0;

/** Why the two may differ in the instruction that comes next. */
export function limitBefore({ registers }: Core, fetch: (address: number) => number): Limit | undefined {
  const pc = registers[15]!;
  if (isWindow(pc)) return "off limits";
  const opcode = fetch(pc);
  if (opcode === 0xde01) return "Linux's breakpoint";
  if (isToSp(opcode)) {
    const m = (opcode >> 3) & 15;
    return ((m === 15 ? pc : registers[m]!) & 3) === 0 ? undefined : "low bits of SP";
  }
  const second = fetch(pc + 2);
  const isMrs = opcode === 0xf3ef && (second & 0xd000) === 0x8000;
  const isMsr = (opcode & 0xfff0) === 0xf380 && (second & 0xd000) === 0x8000;
  return isMrs || (isMsr && (second & 0xff) !== APSR) ? "special register" : undefined;
}

/** Why the two may differ in how it ended. */
export function limitAfter(stop: Stop, fetch: (address: number) => number): Limit | undefined {
  if (stop.kind === "steps") return "endless";
  if (stop.kind === "breakpoint") return undefined;
  switch (stop.why) {
    case "unpredictable":
    case "unaligned":
      return stop.why;
    case "exception":
      return "system call";
    case "thumb state":
      return "ARM state";
    case "undefined":
      return fetch(stop.address) >> 8 === 0xde ? undefined : "not ours";
    case "bus":
      return undefined;
  }
}

export function isWindow(address: number): boolean {
  return address >= WINDOW && address < WINDOW + WINDOW_BYTES;
}

/** ADD SP, Rm and MOV SP, Rm. */
function isToSp(opcode: number): boolean {
  return (opcode & 0xff87) === 0x4485 || (opcode & 0xff87) === 0x4685;
}
