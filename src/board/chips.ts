import type { BoardFaults } from "./board.ts";
import type { Chip } from "./chip/chip.ts";
import { Stm32L552 } from "./chip/stm32l552/stm32l552.ts";
import type { BoardLog } from "./log.ts";

/** The chips that a board may have, by name. */
export const chips: Readonly<Record<string, (faults: BoardFaults, log: BoardLog) => Chip>> = {
  stm32l552: (faults, log) =>
    new Stm32L552({
      log,
      rdp: faults.readProtection ?? 0,
      trustZone: faults.trustZone ?? false,
      writeProtected: faults.writeProtected ?? [],
      stuckWords: faults.stuckWords ?? [],
      busyReads: faults.busyReads ?? 0,
    }),
};
