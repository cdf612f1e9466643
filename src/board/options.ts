import type { RdpLevel } from "./chip/flash/flash-controller.ts";
import type { probeModels } from "./probe/models.ts";
import type { UnplugAfter } from "./probe/stlink.ts";
import type { ServerApi } from "./server/connection.ts";

/** What is wrong with a board. Addresses are those of the non-secure flash, from 0x08000000 on. */
export interface BoardFaults {
  /** The target is not powered: 0 V, and no answer. */
  noPower?: boolean;
  /** The probe has power from somewhere, and no target at the other end. */
  noTarget?: boolean;
  /** Read-out protection. At level 1 the flash can be neither read nor written, at level 2 no debugger gets in. */
  readProtection?: RdpLevel;
  /** Addresses in pages or sectors that are write-protected; with the L4's kind of controller at most two in each bank. */
  writeProtected?: readonly number[];
  /** TrustZone is on, and all memory secure: the `stm32l552` alone has it. */
  trustZone?: boolean;
  /** Addresses in words, as they are programmed at once, that keep a bit unerased: they cannot be programmed at will. */
  stuckWords?: readonly number[];
  /** How often the flash controller is seen busy after each operation. */
  busyReads?: number;
  /** Something on the board keeps the reset pin low: the core never runs, and never halts. */
  heldInReset?: boolean;
  /** The firmware sleeps, and the debug port with it: it answers only from the time on that the reset pin is low. */
  asleep?: boolean;
  /** The probe's cable is pulled in the middle of it. */
  unplugAfter?: UnplugAfter;
}

/** A probe that a board may have. */
export type ProbeName = keyof typeof probeModels;

/** What a board is like. */
export interface BoardOptions {
  /** One of {@link boardChips}; `stm32l552` otherwise. */
  chip?: string;
  /** What the flash holds when power comes on; the rest of it is erased. */
  flash?: Uint8Array;
  faults?: BoardFaults;
  /** Volts at the target; 3.289421. */
  voltage?: number;
  /** The probe, by its kind and firmware: `V3J7`, `V2J37`, or `V2J21`, which has no plain debug port; `V3J7` otherwise. */
  probe?: ProbeName;
  /** The probe's serial number. */
  serial?: string;
  /** The level of the server's protocol. Level 1 has packets of 1 KiB; with 3 OpenOCD sends word transfers in bunches. */
  serverApi?: ServerApi;
  /** The least time that a command to the probe takes, in microseconds; USB 2.0 takes 125 at best. 0 otherwise. */
  usbDelay?: number;
  /** The port to listen on; any that is free. */
  port?: number;
}
