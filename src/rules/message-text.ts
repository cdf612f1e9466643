import type { Stage } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";

/** Quotes names for a message: `a`, `b` and `c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** A number as configs write addresses and sizes. */
export function hex(value: number): string {
  return `0x${value.toString(16).toUpperCase()}`;
}

/** "line 12", or the file with it where that is another one. */
export function whereabouts(place: Place, from: Place): string {
  return place.file === from.file ? `line ${place.line}` : `${place.file}:${place.line}`;
}

/** When something happens: "in the handler of halted". */
export function stageOf(stage: Stage): string {
  switch (stage.kind) {
    case "configuration":
      return "while the config is read";
    case "event":
      return `in the handler of ${stage.event}`;
    case "proc":
      return `in the proc ${stage.proc}`;
  }
}
