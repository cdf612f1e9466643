import type { Edit, FileEdits } from "../edit/edit.ts";
import { insertAfter, insertBefore } from "../edit/insert.ts";
import { styleOf } from "../edit/style.ts";
import type { Made } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Source } from "../tcl/source.ts";
import { type CommandNode, Script } from "../tcl/syntax.ts";

/** A command's place, or the nearest call on the way to it, that lies in this file. */
export function within(file: string, made: Pick<Made, "at" | "calledFrom">): Place | undefined {
  return [made.at, ...made.calledFrom].find((place) => place.file === file);
}

interface Stretch {
  start: number;
  end: number;
}

/** Puts lines in front of what a place is part of at the top level of its file. */
export function before(place: Place, lines: readonly string[]): FileEdits {
  const { text } = place.source;
  return one(place, insertBefore(text, outermost(place).start, lines, styleOf(text)));
}

/** Puts lines behind what the last of these places is part of at the top level of their file. */
export function behind(places: readonly Place[], lines: readonly string[]): FileEdits {
  const last = places.reduce((a, b) => (outermost(b).end > outermost(a).end ? b : a));
  const { start, end } = outermost(last);
  const { text } = last.source;
  return one(last, insertAfter(text, start, end, lines, styleOf(text)));
}

/** The first of these places in their file. */
export function first(places: readonly Place[]): Place | undefined {
  return [...places].sort((a, b) => a.start - b.start)[0];
}

function one({ file }: Place, edit: Edit): FileEdits {
  return { file, edits: [edit] };
}

const scripts = new WeakMap<Source, Script>();

/** The commands at the top level of a file. */
export function commandsOf(source: Source): readonly CommandNode[] {
  const known = scripts.get(source) ?? new Script(source);
  scripts.set(source, known);
  return known.commands;
}

/** The command at the top level of its file that a place is part of. */
export function around({ source, start, end }: Place): CommandNode | undefined {
  return commandsOf(source).find((command) => command.start <= start && end <= command.end);
}

// Inside a proc the place itself counts: at the top level its variables do not exist.
function outermost(place: Place): Stretch {
  const command = around(place);
  return command === undefined || command.words[0]!.text === "proc" ? place : command;
}
