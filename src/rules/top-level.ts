import type { Place } from "../openocd/place.ts";
import type { Source } from "../tcl/source.ts";
import { type CommandNode, Script } from "../tcl/syntax.ts";

const scripts = new WeakMap<Source, Script>();

/** The top-level commands of a file. */
export function commandsOf(source: Source): readonly CommandNode[] {
  const known = scripts.get(source) ?? new Script(source);
  scripts.set(source, known);
  return known.commands;
}

/** The top-level command of a file that contains a place. */
export function enclosingCommand({ source, start, end }: Place): CommandNode | undefined {
  return commandsOf(source).find((command) => command.start <= start && end <= command.end);
}
