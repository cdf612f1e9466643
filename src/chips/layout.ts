import type { ReleaseId } from "../openocd/data/releases.ts";

/** A target of a family, named relative to the chip: `cpu0` is `$_CHIPNAME.cpu0`. */
export interface TargetFact {
  readonly name: string;
  /** OpenOCD's target type. */
  readonly type: string;
  /** What `target create` takes beside `-endian` and `-dap`: the access port, the debug base. */
  readonly options: string;
  /** Whether it is there for those only that use it; a config without it is whole. */
  readonly onDemand?: boolean;
}

/** A flash bank of a family, named relative to the chip. */
export interface BankFact {
  readonly name: string;
  readonly base: number;
  /** In bytes, where the driver does not ask the chip. */
  readonly size?: number;
  /** Where it is not the family's driver: an alias of the main bank. */
  readonly driver?: "virtual";
  /** Where only some members have it: what the names of their configs hold. */
  readonly variant?: string;
}

/** How OpenOCD lays out a family, in its order. */
export interface ChipLayout {
  /** OpenOCD's own config of the family, in `target/`. */
  readonly config: string;
  /** The chip's name in that config, where it is not the file's. */
  readonly chipName?: string;
  /** The debug port's TAP: name, IDCODE under JTAG (absent where it has none) and DPIDR under SWD. */
  readonly tap: { readonly name: string; readonly jtagId?: number; readonly swdId: number };
  /** The second TAP under JTAG, such as the boundary scan's, and its options for `jtag newtap`. */
  readonly secondTap?: { readonly name: string; readonly options: string };
  /** IDCODE of the chip-level TAP of the STM32MP1, under JTAG. */
  readonly chipTapId?: number;
  readonly targets: readonly TargetFact[];
  readonly banks: readonly BankFact[];
}

/** The releases whose own configs are laid out so. ST's forks leave banks out, and name others differently. */
export const layoutReleases: readonly ReleaseId[] = ["0.12.0", "master"];
