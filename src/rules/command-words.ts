import type { Place } from "../openocd/place.ts";
import { Script, type WordNode } from "../tcl/syntax.ts";

/** The words of the command at a place, as they are written. */
export function wordsAt(place: Place): readonly WordNode[] {
  return new Script(place.source, place.start, place.end).commands[0]?.words ?? [];
}
