import type { AccessPort } from "../chip/chip.ts";
import type { Bus } from "../cpu/bus.ts";

/** Registers of a memory access port (Arm ADIv5.2, chapter C2). */
const Ap = { Csw: 0x00, Tar: 0x04, Drw: 0x0c, Bd0: 0x10, Bd3: 0x1c, Base: 0xf8, Idr: 0xfc } as const;

/** Bits of CSW. */
const Csw = { Size: 0x7, Increment: 0x30, DeviceEnabled: 1 << 6, NonSecure: 1 << 30 } as const;

/** CSW before anyone has written it: word by word, non-secure, privileged. */
const initialCsw = 0x4300_0002;

/** Whether a control word requests secure access; 0 means the port's own default. */
export function isSecure(csw: number): boolean {
  return ((csw === 0 ? initialCsw : csw) & Csw.NonSecure) === 0;
}

type BusFor = (csw: number) => Bus | undefined;

/** The registers of one access port. What it leads to is asked for when it is needed: a reset may change it. */
export class MemoryPort {
  readonly #port: AccessPort;
  #csw = initialCsw;
  #tar = 0;

  constructor(port: AccessPort) {
    this.#port = port;
  }

  /** Reads a register; `raise` is called where the memory refuses. */
  read(register: number, busFor: BusFor, raise: () => void): number {
    switch (register) {
      case Ap.Csw:
        // One of a core that is switched off says so.
        return (this.#csw | (this.#port.reach === "off" ? 0 : Csw.DeviceEnabled)) >>> 0;
      case Ap.Tar:
        return this.#tar;
      case Ap.Base:
        return this.#port.base;
      case Ap.Idr:
        return this.#port.idr;
    }
    const place = this.#place(register);
    if (place === undefined) return 0;
    const { address, size, lane } = place;
    const value = busFor(this.#csw)?.read(address, size);
    if (value === undefined) raise();
    return ((value ?? 0) << lane) >>> 0;
  }

  write(register: number, value: number, busFor: BusFor, raise: () => void): void {
    if (register === Ap.Csw) this.#csw = value;
    else if (register === Ap.Tar) this.#tar = value >>> 0;
    const place = this.#place(register);
    if (place === undefined) return;
    const { address, size, lane } = place;
    const part = size === 4 ? value : (value >>> lane) & (size === 1 ? 0xff : 0xffff);
    if (!busFor(this.#csw)?.write(address, size, part >>> 0)) raise();
  }

  /** The address and size that a data register accesses, and the byte lane in the word. Increments TAR. */
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
