import { familyOf, familyOfDriver } from "../chips/index.ts";
import type { Config } from "../openocd/model.ts";

/** The virtual boards, by the family of chips that they stand for (`ChipFamily.name`). */
const boards: Readonly<Record<string, string>> = { STM32L5: "stm32l552" };

export const boardNames: readonly string[] = Object.values(boards);

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
  return { board: families.length === 1 ? boards[families[0]!] : undefined, families };
}
