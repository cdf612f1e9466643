import type { BoardEvent } from "./log.ts";

/** What a board is like at a moment. */
export interface BoardState {
  /** All of the main flash. */
  readonly flash: Uint8Array;
  /** Where the flash begins. */
  readonly flashBase: number;
  /** What happened so far. */
  readonly events: readonly BoardEvent[];
  /** How many commands the probe was sent so far. */
  readonly commands: number;
}
