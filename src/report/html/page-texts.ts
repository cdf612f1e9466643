import { resolve } from "node:path";
import type { Place } from "../../openocd/place.ts";
import type { Side, Spot, TextPair } from "./page-model.ts";

/** The page's texts, and where in them a location of a config is. */
export class Texts {
  readonly pairs: TextPair[] = [];
  readonly #indices = new Map<string, number>();

  add(pair: TextPair, paths: Partial<Record<Side, string>>): void {
    for (const side of ["left", "right"] as const) {
      const path = paths[side];
      if (path !== undefined) this.#indices.set(`${side} ${resolve(path)}`, this.pairs.length);
    }
    this.pairs.push(pair);
  }

  spot(side: Side, { file, line }: Pick<Place, "file" | "line">): Spot[] {
    const text = this.#indices.get(`${side} ${resolve(file)}`);
    return text === undefined ? [] : [{ side, text, line }];
  }
}
