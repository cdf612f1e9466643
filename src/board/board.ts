import { checkAddresses, checkOptions } from "./check-options.ts";
import type { Chip } from "./chip/chip.ts";
import { makeChip } from "./chips.ts";
import { type BoardEvent, BoardLog } from "./log.ts";
import type { BoardOptions } from "./options.ts";
import { probeModels } from "./probe/models.ts";
import { StLink } from "./probe/stlink.ts";
import { type RunningServer, startServer } from "./server/server.ts";
import { CortexM } from "./target/cortex-m.ts";
import { DebugPort } from "./target/debug-port.ts";

/**
 * A board that does not exist: ST's stlink-server on a port of 127.0.0.1, an ST-LINK, and a chip that an unmodified
 * OpenOCD can program, verify and debug as far as flash loaders need it. Power is on from the beginning. With an empty flash
 * the core of a new board is halted, as an earlier session would leave it; otherwise its program runs.
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
