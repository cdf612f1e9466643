import type { Chip } from "../chip/chip.ts";
import type { Bus } from "../cpu/bus.ts";
import type { BoardLog } from "../log.ts";
import type { CortexM33 } from "./cortex-m33.ts";
import type { DebugLink, Protocol } from "./link.ts";

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

/** Registers of a memory access port (chapter C2). */
const Ap = { Csw: 0x00, Tar: 0x04, Drw: 0x0c, Bd0: 0x10, Bd3: 0x1c, Base: 0xf8, Idr: 0xfc } as const;

/** Bits of CSW. */
const Csw = { Size: 0x7, Increment: 0x30, DeviceEnabled: 1 << 6, NonSecure: 1 << 30 } as const;

/** CSW before anyone has written it: word by word, non-secure, privileged. */
const initialCsw = 0x4300_0002;

export interface DebugPortParts {
  chip: Chip;
  core: CortexM33;
  log: BoardLog;
  voltage: number;
  /** Whether anything is connected to the probe. */
  isThere: boolean;
}

/** The debug port of a chip with one access port, which leads to the system bus. */
export class DebugPort implements DebugLink {
  readonly #parts: DebugPortParts;
  #protocol: Protocol | undefined;
  #ctrlStat = 0;
  #csw = initialCsw;
  #tar = 0;

  constructor(parts: DebugPortParts) {
    this.#parts = parts;
  }

  get voltage(): number {
    return this.#parts.voltage;
  }

  get idcode(): number {
    return this.#parts.chip.debugPort[this.#protocol ?? "swd"];
  }

  connect(protocol: Protocol): boolean {
    const { isThere, voltage, chip, log } = this.#parts;
    const answers = isThere && voltage > 0 && chip.isDebuggable;
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
    if (port !== 0) return 0;
    switch (register) {
      case Ap.Csw:
        return (this.#csw | Csw.DeviceEnabled) >>> 0;
      case Ap.Tar:
        return this.#tar;
      case Ap.Base:
        return this.#parts.chip.accessPort.base;
      case Ap.Idr:
        return this.#parts.chip.accessPort.idr;
      default:
        return this.#readData(register);
    }
  }

  writeAp(port: number, register: number, value: number): void {
    if (port !== 0) return;
    if (register === Ap.Csw) this.#csw = value;
    else if (register === Ap.Tar) this.#tar = value >>> 0;
    else this.#writeData(register, value);
  }

  memory(port: number, csw: number): Bus | undefined {
    return port === 0 ? this.#bus(csw === 0 ? initialCsw : csw) : undefined;
  }

  holdReset(low: boolean): void {
    this.#parts.core.holdInReset(low);
  }

  pass(): void {
    this.#parts.core.pass();
  }

  /** Each acknowledge bit is its request's, one place higher. */
  #readCtrlStat(): number {
    return (this.#ctrlStat | ((this.#ctrlStat & PowerUpRequests) << 1)) >>> 0;
  }

  /** Tells of faults. */
  #bus(csw: number): Bus {
    const bus = this.#parts.core.bus((csw & Csw.NonSecure) === 0);
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

  #readData(register: number): number {
    const place = this.#place(register);
    if (place === undefined) return 0;
    const { address, size, lane } = place;
    const value = this.#bus(this.#csw).read(address, size);
    if (value === undefined) this.#ctrlStat |= StickyError;
    return ((value ?? 0) << lane) >>> 0;
  }

  #writeData(register: number, value: number): void {
    const place = this.#place(register);
    if (place === undefined) return;
    const { address, size, lane } = place;
    const part = size === 4 ? value : (value >>> lane) & (size === 1 ? 0xff : 0xffff);
    if (!this.#bus(this.#csw).write(address, size, part >>> 0)) this.#ctrlStat |= StickyError;
  }

  /** What a data register stands for, and where in a word a part of one is. Moves TAR on. */
  #place(register: number): { address: number; size: 1 | 2 | 4; lane: number } | undefined {
    if (register >= Ap.Bd0 && register <= Ap.Bd3) {
      return { address: ((this.#tar & ~0xf) | (register & 0xc)) >>> 0, size: 4, lane: 0 };
    }
    if (register !== Ap.Drw) return undefined;
    const size = ([1, 2, 4] as const)[this.#csw & Csw.Size] ?? 4;
    const address = (this.#tar & ~(size - 1)) >>> 0;
    const lane = 8 * (address & 3);
    if (this.#csw & Csw.Increment) this.#tar = (this.#tar + size) >>> 0;
    return { address, size, lane };
  }
}
