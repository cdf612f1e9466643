import type { coreKinds } from "../../target/core-kinds.ts";
import type { F1Data } from "../flash/f1.ts";
import type { F4Data } from "../flash/f4.ts";
import type { H5Data } from "../flash/h5.ts";
import type { H7Data } from "../flash/h7.ts";
import type { L4Data } from "../flash/l4/plain.ts";
import type { LxData } from "../flash/lx.ts";
import type { ReadyRules } from "../ready-registers.ts";

/** Addresses that follow each other, in bytes. */
export interface Range {
  readonly base: number;
  readonly size: number;
}

/** A chip without TrustZone, as data. */
export interface ChipData {
  /** `stm32f407` */
  readonly name: string;
  /** The family that it represents, by `ChipFamily.name`. */
  readonly family: string;
  readonly core: keyof typeof coreKinds;
  /** Identification of the debug port: DPIDR under SWD, IDCODE under JTAG where there is one. */
  readonly debugPort: { readonly swd: number; readonly jtag?: number };
  /** IDR of the access port that leads to the core. */
  readonly accessPort: number;
  /** Its index; 0 otherwise. An ST-LINK's own protocol, HLA, reaches only 0. */
  readonly corePort?: number;
  /** Access ports beside that one. */
  readonly morePorts?: readonly PortData[];
  /** DBGMCU_IDCODE, and where DBGMCU is. */
  readonly device: { readonly id: number; readonly base: number };
  readonly ram: readonly Range[];
  readonly flash: Range & {
    /** What an erased byte holds; 0xff otherwise. */
    readonly erased?: number;
    /** Where else it can be seen. */
    readonly aliases?: readonly number[];
  };
  readonly controller: F1Data | F4Data | H5Data | H7Data | L4Data | LxData;
  /** Where a half word has the flash's size in KiB. */
  readonly sizeAt: number;
  /** What the factory wrote: boot loader, unique id, and what is not known of it. */
  readonly system: readonly Range[];
  /** Peripherals that are ready immediately after each write: clocks, voltages. */
  readonly ready?: readonly (Range & { readonly rules: ReadyRules })[];
}

/** An access port beside the core's. */
export interface PortData {
  readonly index: number;
  readonly idr: number;
  /** The bus without the core's own registers, a core that is switched off, or DBGMCU at another address. */
  readonly reach: "bus" | "off" | { readonly dbgmcu: number };
}
