import { checkAddresses, checkOptions } from "./check-options.ts";
import type { Chip } from "./chip/chip.ts";
import type { RdpLevel } from "./chip/flash/flash-controller.ts";
import { makeChip } from "./chips.ts";
import { type BoardEvent, BoardLog } from "./log.ts";
import { probeModels } from "./probe/models.ts";
import { StLink, type UnplugAfter } from "./probe/stlink.ts";
import type { ServerApi } from "./server/connection.ts";
import { type RunningServer, startServer } from "./server/server.ts";
import { CortexM } from "./target/cortex-m.ts";
import { DebugPort } from "./target/debug-port.ts";

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

/**
 * A board that does not exist: ST's stlink-server on a port of 127.0.0.1, an ST-LINK, and a chip behind it that an
 * unmodified OpenOCD can program, verify and debug as far as loaders go. Power is on from the beginning. With nothing in
 * its flash a new board is found halted, as an earlier session left it; else its program runs.
 *
 * @example
 * ```ts
 * import { VirtualBoard } from "l5cfg-fix/board";
 * import { flash } from "l5cfg-fix/flash";
 *
 * await using board = await new VirtualBoard().start();
 * await flash({ firmware: "firmware.bin", commands: [`hla_stlink_backend tcp ${board.port}`] });
 * console.log(board.events.find(({ kind }) => kind === "program"));
 * // prints { kind: 'program', address: 134217728, length: 5000 }
 * ```
 */
export class VirtualBoard implements AsyncDisposable {
  readonly #chip: Chip;
  readonly #log = new BoardLog();
  readonly #core: CortexM;
  readonly #probe: StLink;
  readonly #options: BoardOptions;
  #server: RunningServer | undefined;

  /** Throws RangeError for a chip or a fault that this board cannot have, and for an option out of its range. */
  constructor(options: BoardOptions = {}) {
    checkOptions(options);
    const { chip = "stm32l552", faults = {}, flash, serial = "0000000000000000VIRTUAL0" } = options;
    const log = this.#log;
    this.#options = options;
    this.#chip = makeChip(chip, faults, log);
    checkAddresses(faults, this.flashBase, this.flash.length);
    if (flash !== undefined) this.#fill(flash);
    this.#core = new CortexM(this.#chip, log);
    const link = new DebugPort({
      chip: this.#chip,
      core: this.#core,
      log,
      voltage: faults.noPower ? 0 : (options.voltage ?? 3.289421),
      isThere: !faults.noTarget,
      isAsleep: faults.asleep ?? false,
      isHeldInReset: faults.heldInReset ?? false,
    });
    this.#probe = new StLink({
      ...{ link, log, serial, model: probeModels[options.probe ?? "V3J7"] },
      unplugAfter: faults.unplugAfter ?? {},
      usbDelay: options.usbDelay ?? 0,
    });
    this.powerCycle();
    // So was the first board found that this was compared with.
    if (flash === undefined && !faults.heldInReset && !faults.asleep) this.#core.leaveHalted();
    if (faults.heldInReset) this.#core.holdInReset(true);
  }

  /** Listens. Rejects where the port is taken. */
  async start(): Promise<this> {
    const { port = 0, serverApi: api = 3 } = this.#options;
    this.#server ??= await startServer({ probe: this.#probe, api, port, log: this.#log });
    return this;
  }

  /** Ends all connections, and frees the port. What the board holds can still be looked at. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
  }

  /** {@link stop}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Where it listens, on 127.0.0.1. Throws where it does not. */
  get port(): number {
    if (this.#server === undefined) throw new Error("the board has not been started");
    return this.#server.port;
  }

  /** All of the main flash, as it is now. */
  get flash(): Uint8Array {
    return this.#chip.flash;
  }

  /** Where the flash begins. */
  get flashBase(): number {
    return this.#chip.flashBase;
  }

  /** What happened so far. */
  get events(): readonly BoardEvent[] {
    return this.#log.events;
  }

  /** How many commands the probe was sent so far: what a run costs, on any machine. */
  get commands(): number {
    return this.#probe.commands;
  }

  /** Takes power away and gives it back: RAM is lost, the core runs. */
  powerCycle(): void {
    this.#core.powerOn();
  }

  #fill(contents: Uint8Array): void {
    if (contents.length > this.flash.length) {
      throw new RangeError(`the flash has ${this.flash.length} bytes, not ${contents.length}`);
    }
    this.flash.set(contents);
  }
}
