import type { Bus, Size } from "../../../src/board/cpu/bus.ts";
import { Core } from "../../../src/board/cpu/core.ts";
import type { Architecture } from "../../../src/board/cpu/decode.ts";
import type { Stop } from "../../../src/board/cpu/stop.ts";
import { Ram } from "../../board/cpu/ram.ts";
import type { Case } from "./generate.ts";
import { SLOTS, WINDOW } from "./layout.ts";
import { isWindow, type Limit, limitAfter, limitBefore } from "./limits.ts";

/** How a case ended. */
export interface Answer {
  /** Linux's number. */
  signal: number;
  /** What could not be read or written; the instruction, for other signals. */
  address: number;
  /** r0 to r12, SP, LR, PC; N, Z, C, V and T as the CPSR has them */
  context: number[];
  window: Buffer;
}

/** What a run of our core came to. */
export interface Run {
  answer: Answer | Limit;
  /** How many instructions were executed. */
  steps: number;
}

/** ITSTATE, where the xPSR and the CPSR have it. */
export const IT_BITS = 0x0600_fc00;

const MOST_STEPS = 500;
const SIGILL = 4;
const SIGTRAP = 5;
const SIGSEGV = 11;

/** What our core makes of a case. */
export function runOurs({ context }: Case, slots: Buffer, before: Buffer, architecture: Architecture): Run {
  const window = Buffer.from(before);
  const bus = new Memory(new Ram(SLOTS, slots), new Ram(WINDOW, window));
  const core = new Core(bus, architecture);
  core.registers.set(context.slice(0, 16));
  core.xpsr = (context[16]! & 0xf000_0000) | (1 << 24);
  // As a program under Linux: not privileged.
  core.control = 1;
  const fetch = (address: number) => bus.slots.read(address, 2) ?? 0;
  let stop: Stop = { kind: "steps" };
  let steps = 0;
  for (; steps < MOST_STEPS && stop.kind === "steps"; steps++) {
    const limit = limitBefore(core, fetch);
    if (limit !== undefined) return { answer: limit, steps };
    stop = core.run(1);
  }
  const limit = bus.leftLimits ? "off limits" : limitAfter(stop, fetch);
  if (limit !== undefined) return { answer: limit, steps };
  const cpsr = ((core.xpsr & (0xf000_0000 | IT_BITS)) | ((core.xpsr >>> 19) & 0x20)) >>> 0;
  return { answer: { ...signalFor(stop), context: [...core.registers, cpsr], window }, steps };
}

function signalFor(stop: Stop): { signal: number; address: number } {
  if (stop.kind === "steps") throw new Error("it has not ended");
  const { address } = stop;
  if (stop.kind === "breakpoint") return { signal: SIGTRAP, address };
  return stop.why === "bus" ? { signal: SIGSEGV, address: stop.access! } : { signal: SIGILL, address };
}

/** The slots, which can only be read, and the window. Of the rest, what is surely not mapped refuses. */
class Memory implements Bus {
  leftLimits = false;
  readonly slots: Ram;
  readonly #window: Ram;

  constructor(slots: Ram, window: Ram) {
    this.slots = slots;
    this.#window = window;
  }

  read(address: number, size: Size): number | undefined {
    this.#look(address);
    return this.#window.read(address, size) ?? this.slots.read(address, size);
  }

  write(address: number, size: Size, value: number): boolean {
    this.#look(address);
    return this.#window.write(address, size, value);
  }

  #look(address: number): void {
    if (!isWindow(address) && maybeMapped.some(([from, to]) => address >= from && address < to)) {
      this.leftLimits = true;
    }
  }
}

/** The harness, the rest of the window's page, and where Linux and QEMU put things. */
const maybeMapped = [
  [0x0000_0000, 0x0020_0000],
  [WINDOW, WINDOW + 0x1000],
  [0x0400_0000, 0x7fff_ffff],
  [0xf000_0000, 0xffff_ffff],
] as const;
