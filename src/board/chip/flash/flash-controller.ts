import type { Size } from "../../cpu/bus.ts";
import type { BoardLog } from "../../log.ts";
import type { Region } from "../memory-map.ts";
import type { FlashArray } from "./array.ts";
import type { Sector } from "./sectors.ts";

/** How much a debugger is shut out: not at all, from secure memory, from the flash, from the chip. */
export type RdpLevel = 0 | 0.5 | 1 | 2;

/** What every flash controller is made with. */
export interface ControllerParts {
  array: FlashArray;
  log: BoardLog;
  /** How often the controller is seen busy after an operation. */
  busyReads: number;
  readProtection: RdpLevel;
  /** Addresses in sectors that are write-protected. */
  writeProtected: readonly number[];
  /** Called when new option bytes reset the chip. */
  relaunch: () => void;
}

/** A flash controller as the rest of the chip sees it. */
export interface FlashController {
  /** Its registers, and what else it answers for, such as option bytes. */
  readonly regions: readonly Region[];
  readonly rdp: RdpLevel;
  /** A write to the flash, from its beginning on; false where the bus refuses it. */
  program(offset: number, size: Size, value: number): boolean;
  reset(): void;
  /** A reset that loads the option bytes, too. */
  powerOn(): void;
}

/** Erases sectors, and logs it. */
export function eraseSectors(
  { array, log }: Pick<ControllerParts, "array" | "log">,
  sectors: readonly Sector[],
): void {
  for (const { offset, length } of sectors) {
    array.erase(offset, length);
    log.add({ kind: "erase", address: array.base + offset, length });
  }
}

/** A read-out protection that the chip has. Throws RangeError for another. */
export function refuseLevels(level: RdpLevel, levels: readonly RdpLevel[]): RdpLevel {
  if (levels.includes(level)) return level;
  throw new RangeError(`readProtection: the chip has ${levels.join(", ")}, not ${level}`);
}

/** How option bytes have it. Any other value is level 1, and so is 0x55 without TrustZone. */
export const rdpValues: Readonly<Record<RdpLevel, number>> = { 0: 0xaa, 0.5: 0x55, 1: 0x00, 2: 0xcc };

/** The level that a byte encodes, without TrustZone. */
export function rdpLevelOf(byte: number): RdpLevel {
  if (byte === rdpValues[0]) return 0;
  return byte === rdpValues[2] ? 2 : 1;
}
