import { type BoardChip, boardChips } from "../board/index.ts";
import { familyOf, familyOfDriver } from "../chips/index.ts";
import type { Config } from "../openocd/model.ts";

export const boardNames: readonly string[] = boardChips.map(({ name }) => name);

/** The families that there is a board for. */
export const boardFamilies: readonly string[] = [...new Set(boardChips.map(({ family }) => family))];

/** The board for a config, and the families that its names speak of. */
export function boardFor(config: Config): { board: string | undefined; families: string[] } {
  const names = [
    config.file,
    ...config.sources.map(({ path }) => path),
    ...config.targets.map(({ name }) => name),
  ];
  // Some drivers are called by one family and serve many.
  const found = [...names.map(familyOf), ...config.flashBanks.map(({ driver }) => familyOfDriver(driver))];
  const families = [...new Set(found.flatMap((family) => family?.name ?? []))];
  const board = families.length === 1 ? boardChips.find(({ family }) => family === families[0]) : undefined;
  return { board: board?.name, families };
}

export function boardChip(board: string): BoardChip {
  return boardChips.find(({ name }) => name === board)!;
}
