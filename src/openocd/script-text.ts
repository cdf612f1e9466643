import { parse } from "../tcl/syntax.ts";

/** Files that are scripts by their names. */
const SCRIPT_NAME = /\.(cfg|tcl)$/i;

/**
 * Whether a file is a script, by its name or because each of its commands is one that there is: a config can source any
 * file of the machine and have `unknown` collect its words, and a file with a password in it is nothing to quote.
 */
export function isScript(name: string, text: string, isCommand: (name: string) => boolean): boolean {
  if (SCRIPT_NAME.test(name)) return true;
  const { commands } = parse(text);
  const own = new Set(
    commands.flatMap(({ words: [first, second] }) => (first?.literal === "proc" ? [second?.literal] : [])),
  );
  return commands.every(({ words: [first] }) => {
    const word = first?.literal;
    return word === undefined || own.has(word) || isCommand(word);
  });
}
