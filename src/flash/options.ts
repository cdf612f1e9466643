import type { Reset } from "./step-commands.ts";
import type { StepName } from "./steps.ts";

/** What to flash, and with which tools. Every option except the firmware has a default. */
export interface FlashOptions {
  /** An ELF, Intel HEX (`.hex`) or raw binary (`.bin`). */
  firmware: string;
  /** The overlay's folder; `l5cfg-fix-overlay` or the working directory otherwise. */
  overlay?: string | undefined;
  /** Where a raw binary goes; 0x08000000 otherwise. */
  address?: number | undefined;
  /** Whether to read back and compare; true otherwise. */
  verify?: boolean | undefined;
  /** What becomes of the target in the end; it runs otherwise. */
  reset?: Reset | undefined;
  /** Of the overlay's targets the one to use, `stm32l5x`; the first otherwise. */
  target?: string | undefined;
  /** `hla_swd`, `dapdirect_swd`; what the overlay selects otherwise. */
  transport?: string | undefined;
  /** The adapter's speed in kHz; what the config says otherwise. */
  speed?: number | undefined;
  /** The adapter's serial number, where several are plugged in. */
  serial?: string | undefined;
  /** The OpenOCD to run; the install's own, as the overlay names it, or `openocd` otherwise. */
  openocdBinary?: string | undefined;
  /** Runs the program that the overlay names, even if another user made the overlay. Without it, such an overlay throws TrustError. */
  trust?: boolean | undefined;
  /** Tcl variables set in front of the config. */
  variables?: Readonly<Record<string, string>> | undefined;
  /** Tcl that runs after the config, before OpenOCD connects. */
  commands?: readonly string[] | undefined;
}

/** An `AbortSignal`; the types of some environments lack it. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void, options: { once: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** How to run it. */
export interface RunOptions {
  /** Seconds until OpenOCD is ended; 300 otherwise, 0 for no end. */
  timeout?: number | undefined;
  /** Ends OpenOCD when it is aborted. */
  signal?: CancelSignal | undefined;
  /** Called when a step begins and when it ends. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** A step that begins or ends. */
export type Progress = { kind: "begin"; step: StepName; bytes?: number } | ({ kind: "end" } & StepResult);

/** A step that has ended. */
export interface StepResult {
  step: StepName;
  seconds: number;
  /** What was erased, written or verified, in bytes. */
  bytes?: number;
}
