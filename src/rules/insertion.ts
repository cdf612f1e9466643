import type { Edit, FileEdits } from "../edit/edit.ts";
import { insertAfter, insertBefore } from "../edit/insert.ts";
import { styleOf } from "../edit/style.ts";
import type { Made } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { enclosingCommand } from "./top-level.ts";

/** The location of a command in this file: its own, or that of the innermost call that leads to it. */
export function within(file: string, made: Pick<Made, "at" | "calledFrom">): Place | undefined {
  return [made.at, ...made.calledFrom].find((place) => place.file === file);
}

interface Stretch {
  start: number;
  end: number;
}

/** Inserts lines in front of the top-level command that contains a place. */
export function insertLinesBefore(place: Place, lines: readonly string[]): FileEdits {
  const { text } = place.source;
  return one(place, insertBefore(text, insertionRange(place).start, lines, styleOf(text)));
}

/** Inserts lines after the last of the top-level commands that contain these places. */
export function insertLinesAfter(places: readonly Place[], lines: readonly string[]): FileEdits {
  const last = places.reduce((a, b) => (insertionRange(b).end > insertionRange(a).end ? b : a));
  const { start, end } = insertionRange(last);
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

// Inside a proc the place itself counts: at the top level its variables do not exist.
function insertionRange(place: Place): Stretch {
  const command = enclosingCommand(place);
  return command === undefined || command.words[0]!.text === "proc" ? place : command;
}
