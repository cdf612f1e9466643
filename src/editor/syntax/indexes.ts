import { ScriptIndex } from "./script-index.ts";

/** Indexes of more characters than these are not kept: an index is about ten times as large as its text. */
const MOST_CHARACTERS = 1_000_000;

const indexes = new Map<string, ScriptIndex>();
let characters = 0;

/** The index of a text; those of the texts that were asked for last are kept. */
export function indexOf(text: string): ScriptIndex {
  const known = indexes.get(text);
  const index = known ?? new ScriptIndex(text);
  if (known === undefined) characters += text.length;
  // The last one is the one that was asked for last.
  else indexes.delete(text);
  indexes.set(text, index);
  for (const [oldest] of indexes) {
    if (characters <= MOST_CHARACTERS) break;
    indexes.delete(oldest);
    characters -= oldest.length;
  }
  return index;
}
