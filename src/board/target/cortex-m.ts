import type { Chip } from "../chip/chip.ts";
import { memoryMap } from "../chip/memory-map.ts";
import { PlainRegisters, wordDevice } from "../chip/word-registers.ts";
import type { Bus } from "../cpu/bus.ts";
import { Core } from "../cpu/core.ts";
import type { BoardEvent, BoardLog } from "../log.ts";
import { Breakpoints } from "./breakpoints.ts";
import { CoreRegisters } from "./core-registers.ts";
import { Address, Aircr, Dcrsr, Demcr, Dfsr, Dhcsr, Dscsr, dauthstatus } from "./registers.ts";
import { runSlice } from "./slice.ts";

/** The private peripheral bus. */
const ppb = { base: 0xe000_0000, size: 0x10_0000 };

type ResetCause = (BoardEvent & { kind: "reset" })["by"];

/** A Cortex-M with its debug registers, as a debugger meets it through its access port. */
export class CortexM {
  readonly #chip: Chip;
  readonly #log: BoardLog;
  readonly #core: Core;
  readonly #registers: CoreRegisters;
  readonly #breakpoints: Breakpoints;
  readonly #fixed: ReadonlyMap<number, number>;
  readonly #plain: PlainRegisters;
  readonly #buses = new Map<string, Bus>();
  #coreBus: Bus;
  /** Counts the core's writes, to detect a loop that only waits. */
  #writes = 0;
  #control = 0;
  #halted = false;
  #locked = false;
  #wasReset = true;
  #heldInReset = false;
  #demcr = 0;
  #dfsr = 0;
  #dcrdr = 0;
  #secure: boolean;

  /** What registers hold, for one who asks in a secure way or not. */
  readonly #readers: Map<number, (secure: boolean) => number> = new Map([
    [Address.Dhcsr, () => this.#readDhcsr()],
    [Address.Dcrdr, () => this.#dcrdr],
    [Address.Demcr, () => this.#demcr],
    [Address.Dfsr, () => this.#dfsr],
    [Address.Aircr, () => Aircr.KeyRead << 16],
  ]);

  readonly #writers: Map<number, (value: number) => void> = new Map([
    [Address.Dhcsr, (value) => this.#writeDhcsr(value)],
    [Address.Dcrsr, (value) => this.#transfer(value)],
    [
      Address.Dcrdr,
      (value) => {
        this.#dcrdr = value;
      },
    ],
    [
      Address.Demcr,
      (value) => {
        this.#demcr = value;
      },
    ],
    [
      Address.Dfsr,
      (value) => {
        this.#dfsr &= ~value;
      },
    ],
    [Address.Aircr, (value) => this.#writeAircr(value)],
  ]);

  constructor(chip: Chip, log: BoardLog) {
    this.#chip = chip;
    this.#log = log;
    const { core } = chip;
    this.#breakpoints = new Breakpoints(core);
    this.#fixed = new Map([...core.fixed, [Address.Cpuid, core.cpuid], [Address.DwtCtrl, core.dwtCtrl]]);
    this.#plain = new PlainRegisters(this.#fixed);
    if (core.hasSecurity) this.#addSecurity();
    this.#secure = chip.isSecure;
    this.#coreBus = this.bus(this.#secure, "core");
    this.#core = new Core(
      {
        read: (address, size) => this.#coreBus.read(address, size),
        write: (address, size, value) => {
          this.#writes += 1;
          return this.#coreBus.write(address, size, value);
        },
      },
      core.architecture,
    );
    this.#registers = new CoreRegisters(this.#core, () => this.#secure);
    chip.onReset = (by) => this.reset(by);
  }

  #addSecurity(): void {
    const { withTrustZone, withoutTrustZone } = dauthstatus;
    this.#readers.set(Address.Dscsr, (secure) => (secure && this.#secure ? Dscsr.CurrentDomainSecure : 0));
    this.#readers.set(Address.Dauthstatus, () => (this.#chip.isSecure ? withTrustZone : withoutTrustZone));
    this.#writers.set(Address.Dscsr, () => {});
  }

  /** The address space of the core or a debugger: the chip's regions first, then the core's own peripherals. */
  bus(secure: boolean, by: "core" | "debugger" = "debugger"): Bus {
    const view = `${secure} ${by}`;
    const bus = this.#buses.get(view) ?? this.#newBus(secure, by);
    this.#buses.set(view, bus);
    return bus;
  }

  #newBus(secure: boolean, by: "core" | "debugger"): Bus {
    const device = wordDevice({
      read: (offset) => this.#readPrivate(ppb.base + offset, secure),
      write: (offset, value) => this.#writePrivate(ppb.base + offset, value),
    });
    return memoryMap([...this.#chip.regions({ secure, by }), { ...ppb, device, isBackground: true }]);
  }

  /** Power is switched on. */
  powerOn(): void {
    this.#control = 0;
    this.#demcr = 0;
    this.#dfsr = 0;
    this.reset("power");
  }

  /** As a debugger leaves it that is done: halted, with debugging on. */
  leaveHalted(): void {
    this.#control |= Dhcsr.Debugen;
    this.#halt(Dfsr.Halted);
  }

  reset(by: ResetCause): void {
    if (by === "power") this.#chip.powerOn();
    else this.#chip.reset();
    this.#log.add({ kind: "reset", by });
    this.#secure = this.#chip.isSecure;
    // Option bytes may be others now.
    this.#buses.clear();
    this.#coreBus = this.bus(this.#secure, "core");
    this.#registers.reset();
    this.#locked = !this.#core.reset(this.#chip.vectors);
    this.#registers.write(16, this.#chip.core.flagsAfterReset | this.#core.xpsr);
    this.#control &= ~(Dhcsr.Halt | Dhcsr.Step);
    this.#halted = false;
    this.#wasReset = true;
    if (!this.#heldInReset) this.#catchReset();
  }

  /** The reset pin. */
  holdInReset(held: boolean): void {
    if (held === this.#heldInReset) return;
    this.#heldInReset = held;
    if (held) this.reset("pin");
    else if (this.#control & Dhcsr.Halt) this.#halt(Dfsr.Halted);
    else this.#catchReset();
  }

  /** Lets the core run for a while, where it is to run, and what it runs can be known. */
  pass(): void {
    if (this.#halted || this.#heldInReset || this.#locked) return;
    if (!this.#chip.isExecutable(this.#pc)) return;
    const stop = runSlice(this.#core, this.#breakpoints.addresses, () => this.#writes);
    if (stop.kind === "steps") return;
    if (stop.kind === "breakpoint") this.#halt(Dfsr.Breakpoint);
    // A program's own code may use more than this core knows; from then on it is taken to run somewhere.
    else if (this.#chip.isExecutable(stop.address)) this.#lockUp(stop.address, stop.why);
  }

  get #pc(): number {
    return this.#core.registers[15]!;
  }

  get #isDebugging(): boolean {
    return (this.#control & Dhcsr.Debugen) !== 0;
  }

  #catchReset(): void {
    if (this.#isDebugging && this.#demcr & Demcr.VectorCatchCoreReset) this.#halt(Dfsr.VectorCatch);
  }

  #halt(reason: number): void {
    this.#dfsr |= reason;
    this.#control |= Dhcsr.Halt;
    if (this.#halted) return;
    this.#halted = true;
    this.#locked = false;
    this.#log.add({ kind: "core", change: "halted", pc: this.#pc });
  }

  #lockUp(pc: number, why: string): void {
    this.#locked = true;
    this.#log.add({ kind: "lockup", pc, why });
  }

  #writeDhcsr(value: number): void {
    if (value >>> 16 !== Dhcsr.Key) return;
    this.#control = value & Dhcsr.Debugen ? value & Dhcsr.Control : 0;
    if (this.#heldInReset) return;
    if (this.#control & Dhcsr.Halt) this.#halt(Dfsr.Halted);
    else if (this.#halted && this.#control & Dhcsr.Step) this.#step();
    else if (this.#halted) this.#resume();
  }

  #resume(): void {
    this.#halted = false;
    this.#log.add({ kind: "core", change: "running", pc: this.#pc });
  }

  #step(): void {
    this.#core.run(1);
    this.#control |= Dhcsr.Halt;
    this.#dfsr |= Dfsr.Halted;
    this.#log.add({ kind: "core", change: "stepped", pc: this.#pc });
  }

  #readDhcsr(): number {
    const value =
      this.#control |
      Dhcsr.Regrdy |
      (this.#halted ? Dhcsr.Halted : 0) |
      (this.#locked ? Dhcsr.Lockup : 0) |
      (this.#halted || this.#locked || this.#heldInReset ? 0 : Dhcsr.RetireSt) |
      (this.#wasReset ? Dhcsr.ResetSt : 0);
    this.#wasReset = this.#heldInReset;
    return value;
  }

  #readPrivate(address: number, secure: boolean): number {
    const reader = this.#readers.get(address);
    if (reader !== undefined) return reader(secure) >>> 0;
    return this.#breakpoints.read(address) ?? this.#plain.read(address);
  }

  #writePrivate(address: number, value: number): void {
    const writer = this.#writers.get(address);
    if (writer !== undefined) writer(value);
    else if (!this.#breakpoints.write(address, value) && !this.#fixed.has(address)) {
      this.#plain.write(address, value);
    }
  }

  #writeAircr(value: number): void {
    if (value >>> 16 === Aircr.Key && value & Aircr.SystemReset) this.reset("software");
  }

  /** Between DCRDR and one of the core's registers. */
  #transfer(selector: number): void {
    const number = selector & Dcrsr.Register;
    if (selector & Dcrsr.Write) this.#registers.write(number, this.#dcrdr);
    else this.#dcrdr = this.#registers.read(number);
  }
}
