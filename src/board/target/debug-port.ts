import type { AccessPort, Chip } from "../chip/chip.ts";
import { memoryMap } from "../chip/memory-map.ts";
import type { Bus } from "../cpu/bus.ts";
import type { BoardLog } from "../log.ts";
import type { CortexM } from "./cortex-m.ts";
import type { DebugLink, Protocol } from "./link.ts";
import { isSecure, MemoryPort } from "./memory-port.ts";

/** Addresses of the debug port's registers, with the bank in bits 4 to 7 (Arm ADIv5.2, chapter B2). */
const Dp = {
  /** DPIDR to read, ABORT to write. */
  Idr: 0x00,
  CtrlStat: 0x04,
  Targetid: 0x24,
  Dlpidr: 0x34,
} as const;

/** Bits of CTRL/STAT and ABORT. */
const StickyError = 1 << 5;
const PowerUpRequests = (1 << 28) | (1 << 30);
const ClearStickyError = 1 << 2;

export interface DebugPortParts {
  chip: Chip;
  core: CortexM;
  log: BoardLog;
  voltage: number;
  /** Whether anything is connected to the probe. */
  isThere: boolean;
  /** Whether it answers only when the reset pin has been low. */
  isAsleep: boolean;
  /** Whether the reset pin is low, whatever the probe does. */
  isHeldInReset: boolean;
}

/** The debug port of a chip, and its access ports. */
export class DebugPort implements DebugLink {
  readonly #parts: DebugPortParts;
  #protocol: Protocol | undefined;
  readonly #ports: ReadonlyMap<number, MemoryPort>;
  #isAwake: boolean;
  #ctrlStat = 0;

  constructor(parts: DebugPortParts) {
    this.#parts = parts;
    this.#isAwake = !parts.isAsleep;
    this.#ports = new Map(parts.chip.accessPorts.map((port) => [port.index, new MemoryPort(port)]));
  }

  get voltage(): number {
    return this.#parts.voltage;
  }

  get idcode(): number {
    return this.#parts.chip.debugPort[this.#protocol ?? "swd"] ?? 0;
  }

  connect(protocol: Protocol): boolean {
    const { isThere, voltage, chip, log } = this.#parts;
    const isSpoken = chip.debugPort[protocol] !== undefined;
    const answers = isThere && voltage > 0 && chip.isDebuggable && isSpoken && this.#isAwake;
    log.add({ kind: "link", change: answers ? protocol : "refused" });
    this.#protocol = answers ? protocol : undefined;
    // An ST-LINK's firmware asks for power itself. OpenOCD of the time of STM32CubeIDE 1.5 waits for ever otherwise.
    if (answers) this.#ctrlStat |= PowerUpRequests;
    return answers;
  }

  disconnect(): void {
    if (this.#protocol !== undefined) this.#parts.log.add({ kind: "link", change: "left" });
    this.#protocol = undefined;
  }

  readDp(register: number): number {
    switch (register) {
      case Dp.Idr:
        return this.idcode;
      case Dp.CtrlStat:
        return this.#readCtrlStat();
      case Dp.Targetid:
        return this.#parts.chip.debugPort.target;
      case Dp.Dlpidr:
        return 1;
      default:
        return 0;
    }
  }

  writeDp(register: number, value: number): void {
    if (register === Dp.Idr && value & ClearStickyError) this.#ctrlStat &= ~StickyError;
    if (register !== Dp.CtrlStat) return;
    const sticky = this.#ctrlStat & StickyError;
    // Under JTAG a 1 clears it.
    const stays = this.#protocol === "jtag" && value & StickyError ? 0 : sticky;
    this.#ctrlStat = (value & ~StickyError) | stays;
  }

  readAp(port: number, register: number): number {
    const access = this.#ports.get(port);
    if (access === undefined) return 0;
    return access.read(register, (csw) => this.memory(port, csw), this.#raise);
  }

  writeAp(port: number, register: number, value: number): void {
    this.#ports.get(port)?.write(register, value, (csw) => this.memory(port, csw), this.#raise);
  }

  memory(port: number, csw: number): Bus | undefined {
    const reach = this.#parts.chip.accessPorts.find(({ index }) => index === port)?.reach;
    if (reach === undefined || reach === "off") return undefined;
    return this.#noting(this.#busOf(reach, isSecure(csw)));
  }

  holdReset(low: boolean): void {
    if (low) this.#isAwake = true;
    if (!this.#parts.isHeldInReset) this.#parts.core.holdInReset(low);
  }

  pass(): void {
    this.#parts.core.pass();
  }

  readonly #raise = () => {
    this.#ctrlStat |= StickyError;
  };

  /** Each acknowledge bit is its request's, one place higher. */
  #readCtrlStat(): number {
    return (this.#ctrlStat | ((this.#ctrlStat & PowerUpRequests) << 1)) >>> 0;
  }

  #busOf(reach: Exclude<AccessPort["reach"], "off">, secure: boolean): Bus {
    if (reach === "core") return this.#parts.core.bus(secure);
    return memoryMap(reach === "bus" ? this.#parts.chip.regions({ secure, by: "debugger" }) : reach);
  }

  /** Logs faults. */
  #noting(bus: Bus): Bus {
    const fault = (address: number, access: "read" | "write") =>
      this.#parts.log.add({ kind: "bus-fault", address, access });
    return {
      read: (address, size) => {
        const value = bus.read(address, size);
        if (value === undefined) fault(address, "read");
        return value;
      },
      write: (address, size, value) => {
        const isDone = bus.write(address, size, value);
        if (!isDone) fault(address, "write");
        return isDone;
      },
    };
  }
}
