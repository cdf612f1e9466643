import type { CoreKind } from "../target/core-kinds.ts";
import type { Region } from "./memory-map.ts";

/** A chip as its core and a debugger see it. */
export interface Chip {
  readonly name: string;
  /** Bytes of main flash, as they are now. */
  readonly flash: Uint8Array;
  /** Where main flash begins for a non-secure access. */
  readonly flashBase: number;
  /** Whether a debugger can get in at all. */
  readonly isDebuggable: boolean;
  /** Whether the core comes out of reset in Secure state. */
  readonly isSecure: boolean;
  /** Identification of the debug port: DPIDR under SWD, IDCODE under JTAG. */
  readonly debugPort: { readonly swd: number; readonly jtag?: number; readonly target: number };
  readonly accessPorts: readonly AccessPort[];
  /** The core, as a debugger sees it. */
  readonly core: CoreKind;
  /** Where the core fetches its first stack pointer and its first address. */
  readonly vectors: number;
  /**
   * Memory and peripherals, the first to answer first, for a master that asks in a secure or in a non-secure way; for a
   * debugger or the core.
   */
  regions(view: View): readonly Region[];
  /** Whether code may be run from an address. */
  isExecutable(address: number): boolean;
  /** Peripherals go to their reset values. Memory stays. */
  reset(): void;
  /** A reset that loads the option bytes, too. RAM is lost. */
  powerOn(): void;
  /** Called when the chip resets itself. */
  onReset: (by: "option bytes") => void;
}

/** An access port: its IDR, and the address of the ROM table. */
export interface AccessPort {
  readonly index: number;
  readonly idr: number;
  readonly base: number;
  /**
   * What it leads to: all that the core sees and the core's own registers, only the former, or regions of its own. One of
   * a core that is switched off answers nothing.
   */
  readonly reach: "core" | "bus" | "off" | readonly Region[];
}

export interface View {
  readonly secure: boolean;
  readonly by: "core" | "debugger";
}
