import type { Chip } from "./chip/chip.ts";
import { f1Kind } from "./chip/data/f1-kind.ts";
import { f4Kind } from "./chip/data/f4-kind.ts";
import { h5Kind } from "./chip/data/h5-kind.ts";
import { h7Kind } from "./chip/data/h7-kind.ts";
import { l4Kind } from "./chip/data/l4-kind.ts";
import { lxKind } from "./chip/data/lx-kind.ts";
import type { ChipData } from "./chip/family/chip-data.ts";
import { FamilyChip } from "./chip/family/family-chip.ts";
import { Stm32L552 } from "./chip/stm32l552/stm32l552.ts";
import type { BoardLog } from "./log.ts";
import type { BoardFaults } from "./options.ts";

/** A chip that a board may have. */
export interface BoardChip {
  /** `stm32l552` */
  readonly name: string;
  /** The family that it represents: `STM32L5`. */
  readonly family: string;
  /** Whether its debug port can be reached by JTAG, too. */
  readonly hasJtag: boolean;
  /** Whether ST-LINK's own protocol, HLA, reaches its core. */
  readonly hasHla: boolean;
}

type Make = (faults: BoardFaults, log: BoardLog) => Chip;

const allData: readonly ChipData[] = [...f1Kind, ...f4Kind, ...h5Kind, ...h7Kind, ...l4Kind, ...lxKind];

const makers: ReadonlyMap<string, Make> = new Map([
  ["stm32l552", makeStm32L552],
  ...allData.map((data) => [data.name, makeOf(data)] as const),
]);

/** The chips that a board may have, by family and name. Of several in one family, the first one is the usual one. */
export const boardChips: readonly BoardChip[] = [
  { name: "stm32l552", family: "STM32L5", hasJtag: true, hasHla: true },
  ...allData.map(({ name, family, debugPort, corePort }) => ({
    ...{ name, family, hasJtag: debugPort.jtag !== undefined, hasHla: corePort === undefined },
  })),
].sort((a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : 0));

/** Makes a chip. Throws RangeError for a name that there is none of, and for a fault that it cannot have. */
export function makeChip(name: string, faults: BoardFaults, log: BoardLog): Chip {
  const make = makers.get(name);
  if (make !== undefined) return make(faults, log);
  throw new RangeError(`there is no virtual ${name}, only ${[...makers.keys()].sort().join(", ")}`);
}

function makeStm32L552(faults: BoardFaults, log: BoardLog): Chip {
  return new Stm32L552({
    log,
    rdp: faults.readProtection ?? 0,
    trustZone: faults.trustZone ?? false,
    writeProtected: faults.writeProtected ?? [],
    stuckWords: faults.stuckWords ?? [],
    busyReads: faults.busyReads ?? 0,
  });
}

function makeOf(data: ChipData): Make {
  return (faults, log) => {
    if (faults.trustZone) throw new RangeError(`trustZone: no virtual ${data.name} has it`);
    return new FamilyChip(data, {
      log,
      readProtection: faults.readProtection ?? 0,
      writeProtected: faults.writeProtected ?? [],
      stuckWords: faults.stuckWords ?? [],
      busyReads: faults.busyReads ?? 0,
    });
  };
}
