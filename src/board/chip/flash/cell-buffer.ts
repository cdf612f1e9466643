import type { Size } from "../../cpu/bus.ts";
import { poke } from "../memory-map.ts";

/** The buffer of what is programmed at once: writes of any width fill it. */
export class CellBuffer {
  readonly #cell: number;
  #pending: { offset: number; bytes: Uint8Array; filled: Set<number> } | undefined;

  /** `cell`: bytes that are programmed at once. */
  constructor(cell: number) {
    this.#cell = cell;
  }

  /**
   * Takes a write. Answers what is to be programmed where the buffer is full now; why it is refused where it is for another
   * cell (INCERR), or for bytes that are there already (STRBERR).
   */
  take(
    at: number,
    size: Size,
    value: number,
  ): { offset: number; bytes: Uint8Array } | "INCERR" | "STRBERR" | undefined {
    const offset = at - (at % this.#cell);
    this.#pending ??= { offset, bytes: new Uint8Array(this.#cell), filled: new Set() };
    const { bytes, filled } = this.#pending;
    if (this.#pending.offset !== offset) return "INCERR";
    const places = Array.from({ length: size }, (_, index) => at - offset + index);
    if (places.some((place) => filled.has(place))) return "STRBERR";
    poke(bytes, at - offset, size, value);
    for (const place of places) filled.add(place);
    if (filled.size < this.#cell) return undefined;
    this.clear();
    return { offset, bytes };
  }

  clear(): void {
    this.#pending = undefined;
  }
}
