import { type ChipFamily, flashDriverOf } from "../chips/index.ts";
import { releaseNamed } from "../openocd/version.ts";
import { findInstalls } from "./discover.ts";
import { inventory } from "./inventory.ts";
import type { Machine } from "./machine.ts";

/** An OpenOCD of this machine, as a person would name it. */
export interface AbleProgram {
  /** The program, or where that is not known the folder of its install. */
  path: string;
  version: string;
}

/** The OpenOCDs on a machine whose release flashes a family. Each of them is asked for its version. */
export function ableToFlash(family: ChipFamily, machine: Machine): AbleProgram[] {
  return inventory(findInstalls(machine), machine).flatMap(({ binary, path, openocd: { version } }) =>
    flashDriverOf(family, releaseNamed(version).id) === undefined ? [] : [{ path: binary ?? path, version }],
  );
}
