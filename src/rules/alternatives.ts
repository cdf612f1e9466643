import { meantNotes } from "./nearest.ts";

/** The similar words in OpenOCD's own list of valid ones: `Unknown param: -irlenn, try one of: -irlen, …`. */
export function meantInstead(message: string): string[] {
  const [, word, list] = /Unknown(?: \w+)*:? (\S+), try one of:? (.*)$/s.exec(message) ?? [];
  return word === undefined
    ? []
    : meantNotes(
        word,
        list!.split(/[\s,]+/).filter((name) => name !== "or"),
      );
}
