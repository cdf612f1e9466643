import type { Bus } from "../cpu/bus.ts";

/** What a probe reaches through the pins of a debug connector. */
export interface DebugLink {
  /** Volts at the target's supply. */
  readonly voltage: number;
  /** Starts to talk to the debug port; false where it does not answer. */
  connect(protocol: Protocol): boolean;
  disconnect(): void;
  /** DPIDR or IDCODE, by the protocol. */
  readonly idcode: number;
  /** Registers by their addresses, the bank of a debug port's register in bits 4 to 7. */
  readDp(register: number): number;
  writeDp(register: number, value: number): void;
  /** A port that is not there has 0 in all its registers. */
  readAp(port: number, register: number): number;
  writeAp(port: number, register: number, value: number): void;
  /** What an access port leads to, with that control and status word; 0 for the port's own default. */
  memory(port: number, csw: number): Bus | undefined;
  /** Holds the reset pin low, or lets it go. */
  holdReset(low: boolean): void;
  /** Time goes by: what is running runs on. */
  pass(): void;
}

export type Protocol = "swd" | "jtag";
