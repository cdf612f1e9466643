import type { Problem } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import type { CommandNode } from "../tcl/syntax.ts";
import type { Library } from "./library.ts";
import { commandsOf } from "./top-level.ts";

/** A command that sets a variable after the one that reads it, in the same file. */
export interface LaterSetting {
  setting: Place;
  reader: Place;
  /** The script that it sources, where that is what sets the variable. */
  script?: string;
}

/** Looks for what sets a variable too late, below the command that reads it or the one that led there. */
export function laterSetting(problem: Problem, library: Library | undefined): LaterSetting | undefined {
  const name = problem.subject ?? "";
  for (const reader of readers(problem)) {
    for (const command of commandsOf(reader.source)) {
      if (command.start < reader.end) continue;
      const script = scriptThatSets(command, name, library);
      if (script === undefined && !setsItself(command, name)) continue;
      const { start, end } = command;
      const setting = new Place({ source: reader.source, start, end });
      return { setting, reader, ...(script !== undefined && { script }) };
    }
  }
  return undefined;
}

function readers({ at, calledFrom = [] }: Problem): Place[] {
  return [at, ...calledFrom].filter((place) => place !== undefined);
}

function setsItself({ words }: CommandNode, name: string): boolean {
  return words.length === 3 && words[0]!.literal === "set" && words[1]!.literal === name;
}

/** `source [find target/chip.cfg]`, where that script sets the variable. */
function scriptThatSets(
  { words }: CommandNode,
  name: string,
  library: Library | undefined,
): string | undefined {
  const [, script] = /^\[\s*find\s+(\S+)\s*\]$/.exec(words[1]?.text ?? "") ?? [];
  if (words[0]!.literal !== "source" || script === undefined) return undefined;
  return library?.settersOf(name).includes(script) ? script : undefined;
}
