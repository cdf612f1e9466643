import { FLASH_COMMANDS } from "./data/flash-commands.ts";
import { bitOf, type ReleaseId } from "./data/releases.ts";
import { unpack } from "./data/table.ts";

interface Index {
  /** By name, the releases that have it, by driver. */
  readonly masks: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Names that only lead to longer ones. */
  readonly groups: ReadonlySet<string>;
}

let index: Index | undefined;

function indexed(): Index {
  if (index !== undefined) return index;
  const masks = new Map<string, Map<string, number>>();
  for (const [mask, driver, names] of FLASH_COMMANDS) {
    for (const name of unpack(names)) {
      const drivers = masks.get(name) ?? new Map<string, number>();
      masks.set(name, drivers.set(driver, (drivers.get(driver) ?? 0) | mask));
    }
  }
  const longer = [...masks.keys()].filter((name) => name.includes(" "));
  index = { masks, groups: new Set(longer.map((name) => name.replace(/ [^ ]*$/, ""))) };
  return index;
}

/** Whether a bank of one of these drivers brings a command in a release; undefined where that is not known of it. */
export function flashBrings(
  drivers: readonly string[],
  name: string,
  release: ReleaseId,
): boolean | undefined {
  const own = indexed().masks.get(name);
  if (own === undefined) return undefined;
  return drivers.some((driver) => ((own.get(driver) ?? 0) & bitOf(release)) !== 0);
}

/** Whether flash drivers bring a command of this full name, such as `stm32l4x unlock`. */
export function isFlashSubcommand(name: string): boolean {
  return indexed().masks.has(name);
}

/** Whether a command of flash drivers only leads to others, so that it fails without one of their words. */
export function isFlashGroup(name: string): boolean {
  return indexed().groups.has(name);
}
