import type { FileEdits } from "../edit/edit.ts";
import type { Place } from "../openocd/place.ts";
import type { WordNode } from "../tcl/syntax.ts";
import { wordsAt } from "./command-words.ts";

/**
 * Replaces the name of the command at a place, and leaves the rest of its line alone. Undefined where its first words
 * are not that name: then a script built the command.
 */
export function respell(at: Place, name: string, to: string): FileEdits | undefined {
  const words = wordsAt(at);
  const parts = name.split(" ");
  if (!parts.every((part, i) => words[i]?.literal === part)) return undefined;
  return replaceWords(at, words[0]!, words[parts.length - 1]!, to);
}

/** Replaces one word of the command at a place: the first one with that value. */
export function respellWord(at: Place, value: string, to: string): FileEdits | undefined {
  const word = wordsAt(at).find(({ literal }, i) => i > 0 && literal === value);
  return word && replaceWords(at, word, word, to);
}

function replaceWords(at: Place, { start }: WordNode, { end }: WordNode, content: string): FileEdits {
  return { file: at.file, edits: [{ offset: start, length: end - start, content }] };
}
