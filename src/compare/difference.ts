import type { Made } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Pair } from "./roles.ts";

/** What is compared, in the order in which it matters for flashing. */
export const kinds = ["work-area", "flash-bank", "dap", "target", "tap", "setting", "event", "proc"] as const;

export type Kind = (typeof kinds)[number];

/** A value that a thing has: `driver`, `stm32l4x`. */
export interface Fact {
  name: string;
  /** For a person. */
  value: string;
  /** What is compared: the same without the names that each config gives. */
  meaning: string;
}

/** Something that a config makes or sets. */
export interface Thing {
  kind: Kind;
  /** What lines it up with a thing of the other config. */
  role: string;
  /** Its name in its own config: `stm32l5.cpu`, `adapter speed`, `reset-init`. */
  name: string;
  /** For a person: `work area of stm32l5.cpu`. */
  title: string;
  facts: readonly Fact[];
  made: Made;
}

/** A thing that only one of two configs has, or that is not the same in both. */
export interface Difference extends Pair<Thing> {
  /** What it is called where a choice of differences is asked for: `work-area:stm32l5.cpu`. */
  id: string;
  /** For a person, in the file's words. */
  title: string;
  kind: Kind;
  /** The names of the facts that differ, where both configs have the thing. */
  differing: readonly string[];
  /** The transports under which it shows. */
  transports: string[];
}

/** Where a thing is made for a person: where a helper proc makes it, what calls that. */
export function placeOf({ made }: Thing): Place {
  return (made.inProc ? made.calledFrom[0] : undefined) ?? made.at;
}
