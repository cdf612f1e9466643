/** A debug probe at the USB end. */
export interface Probe {
  readonly identity: ProbeIdentity;
  /** Whether the probe can be found. */
  readonly isPlugged: boolean;
  /** Carries out a command. Answers the bytes it has to say, which may be fewer than are asked for. Throws Unplugged. */
  transfer(transfer: Transfer): Uint8Array;
  /** Takes bytes that the target's trace port has sent. */
  readTrace(size: number): Uint8Array;
}

export interface ProbeIdentity {
  readonly serial: string;
  /** USB vendor. */
  readonly vid: number;
  /** USB product. */
  readonly pid: number;
}

export interface Transfer {
  /** 16 bytes. */
  readonly command: Buffer;
  /** What goes to the probe with the command. */
  readonly data: Buffer;
  /** How many bytes are to be read. */
  readonly size: number;
}

/** The cable was pulled. */
export class Unplugged extends Error {
  override readonly name = "Unplugged";
}
