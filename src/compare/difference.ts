import type { Made } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Pair } from "./roles.ts";

/** The kinds of entities, ordered by importance for flashing. */
export const kinds = ["work-area", "flash-bank", "dap", "target", "tap", "setting", "event", "proc"] as const;

/** What an entity is, in the words of OpenOCD. */
export type Kind = (typeof kinds)[number];

/** A property of an entity: `driver`, `stm32l4x`. */
export interface Fact {
  name: string;
  /** For display. */
  value: string;
  /** For the comparison: the value without the names that each config chooses. */
  meaning: string;
}

/** A fact whose meaning is its value, unless another one is given. */
export function fact(name: string, value: string, meaning = value): Fact {
  return { name, value, meaning };
}

/** Something that a config makes or sets. */
export interface Entity {
  kind: Kind;
  /** The key by which it is matched with an entity of the other config. */
  role: string;
  /** Its name in its own config: `stm32l5.cpu`, `adapter speed`, `reset-init`. */
  name: string;
  /** For display: `work area of stm32l5.cpu`. */
  title: string;
  facts: readonly Fact[];
  made: Made;
}

/** An entity that only one of two configs has, or that differs between them. */
export interface Difference extends Pair<Entity> {
  /** The id by which a user selects the difference: `work-area:stm32l5.cpu`. */
  id: string;
  /** For display, with the file's names. */
  title: string;
  kind: Kind;
  /** The names of the facts that differ, where both configs have the entity. */
  differing: readonly string[];
  /** The transports under which it appears. */
  transports: string[];
}

/** The location to show for an entity. Where a helper proc makes it: the call of that proc. */
export function placeOf({ made }: Entity): Place {
  return (made.inProc ? made.calledFrom[0] : undefined) ?? made.at;
}
