import type { FileEdits } from "../edit/edit.ts";
import { moveBefore } from "../edit/move.ts";
import type { Place } from "../openocd/place.ts";
import { around } from "./insertion.ts";

/**
 * Moves the command of a place before what another place of the same file is part of at its top level. Undefined for a command
 * that is itself part of another one, as in an `if`, or has not its line to itself.
 */
export function moveUp(at: Place, to: Place): FileEdits | undefined {
  const command = around(at);
  const before = around(to);
  if (command === undefined || before === undefined || command.start !== at.start) return undefined;
  if (at.file !== to.file || before.start >= command.start) return undefined;
  const edits = moveBefore(at.source.text, command, before.start);
  return edits && { file: at.file, edits };
}
