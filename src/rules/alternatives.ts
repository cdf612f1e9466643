import { meantNotes } from "./nearest.ts";

/** What OpenOCD's refusal of a word lists, where one of it is near: `Unknown param: -irlenn, try one of: -irlen, …`. */
export function meantInstead(message: string): string[] {
  const [, word, list] = /Unknown(?: \w+)*:? (\S+), try one of:? (.*)$/s.exec(message) ?? [];
  return word === undefined
    ? []
    : meantNotes(
        word,
        list!.split(/[\s,]+/).filter((name) => name !== "or"),
      );
}
