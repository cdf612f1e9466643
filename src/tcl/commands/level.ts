import { TclError } from "../completion.ts";
import type { Frame } from "../frame.ts";
import type { Interp } from "../interp.ts";
import { parseInteger } from "../number.ts";
import type { Value } from "../value.ts";

/** The frame that a level (`1`, `#0`) names, seen from the current one; one up where none is named. */
export function frameAt(interp: Interp, level: Value | undefined): Frame {
  const text = level?.text ?? "1";
  const frame = levelAt(interp, absolute(interp, text));
  if (frame === undefined) throw badLevel(text);
  return frame;
}

function absolute(interp: Interp, text: string): number {
  if (text.startsWith("#")) return /^#\S+$/.test(text) ? Number(parseInteger(text.slice(1)) ?? -1n) : -1;
  const up = parseInteger(text);
  return up === undefined || up < 0n ? -1 : interp.frame.level - Number(up);
}

/** The frame that a number names as `info level` takes it: from the current one where it is not positive. */
export function frameNumbered(interp: Interp, level: Value): Frame {
  const number = level.integer;
  const wanted = number === undefined ? -1 : Number(number) + (number <= 0n ? interp.frame.level : 0);
  const frame = levelAt(interp, wanted);
  if (frame === undefined) throw badLevel(level.text);
  return frame;
}

function levelAt(interp: Interp, wanted: number): Frame | undefined {
  if (wanted === 0) return interp.global;
  if (wanted < 0) return undefined;
  let frame: Frame | undefined = interp.frame;
  while (frame !== undefined && frame.level !== wanted) frame = frame.parent;
  return frame;
}

export function badLevel(text: string): TclError {
  return new TclError(`bad level "${text}"`);
}
