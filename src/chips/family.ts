import type { ReleaseId } from "../openocd/data/releases.ts";

/** Facts of one family of STM32 chips. All addresses are physical, all sizes in bytes. */
export interface ChipFamily {
  /** ST's name of the family, `STM32L5`. */
  readonly name: string;
  /** What follows `stm32` in names of the family: chip names, and the names of its configs. */
  readonly stems: readonly string[];
  /** Longer stems that look like the family's and are another's (`wb0` is no STM32WB to OpenOCD). */
  readonly not?: readonly string[];
  /** The RAM that a work area goes to: `size` in the smallest member, `most` in the largest, with what follows without a gap. */
  readonly ram: {
    readonly base: number;
    readonly size: number;
    readonly most: number;
    readonly what: string;
  };
  /** Where the same RAM is reached with TrustZone on. Absent without TrustZone. */
  readonly secureAlias?: number;
  /** The main flash, as flash banks name it. Absent where there is none. */
  readonly flash?: { readonly base: number; readonly secureBase?: number };
  /** Driver for `flash bank`, by OpenOCD release. A release that cannot program the family has no entry. */
  readonly flashDriver: Readonly<Partial<Record<ReleaseId, string>>>;
  /** Address of DBGMCU_IDCODE. Absent where there is none. */
  readonly dbgmcuIdcode?: number;
  /** Default size of the work area in OpenOCD's own config, 0 when that sets none. May exceed `ram.size`. */
  readonly workAreaSize: number;
  /** Where the numbers are from: reference manual, OpenOCD's config, and what is not certain. */
  readonly source: string;
}
