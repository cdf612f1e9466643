import type { FileEdits } from "../edit/edit.ts";
import { moveBefore } from "../edit/move.ts";
import type { Place } from "../openocd/place.ts";
import { enclosingCommand } from "./top-level.ts";

/**
 * Moves the command at a place in front of the top-level command that contains another place of the same file.
 * Undefined for a command inside another one, as in an `if`, and where other commands are on its line.
 */
export function moveUp(at: Place, to: Place): FileEdits | undefined {
  const command = enclosingCommand(at);
  const before = enclosingCommand(to);
  if (command === undefined || before === undefined || command.start !== at.start) return undefined;
  if (at.file !== to.file || before.start >= command.start) return undefined;
  const edits = moveBefore(at.source.text, command, before.start);
  return edits && { file: at.file, edits };
}
