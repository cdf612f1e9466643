import { readFileSync } from "node:fs";
import { runScript } from "./run.ts";

/** No driver has a longer name. */
const LONGEST = 32;

/**
 * The flash drivers of a program. It does not list them, but says of a name whether it has that: it is asked for every word
 * that a string of its file ends with, and for the names that are known.
 */
export function flashDriversOf(program: string, aTarget: string, known: Iterable<string>): string[] {
  const nonsense = "no-such-driver";
  const asked = [...new Set([...endsIn(program), ...known, nonsense])];
  // The bank's name is taken, so that a driver that is there is not given a bank to make.
  const { stderr } = runScript(
    program,
    `${aTarget}
    flash bank taken faux 0 0x1000 4 4 asked
    foreach driver {${asked.join(" ")}} {catch {flash bank taken $driver 0 0 0 0 asked}}`,
  );
  const lacking = new Set(Array.from(stderr.matchAll(/flash driver '(.*)' not found/g), ([, name]) => name!));
  if (!lacking.has(nonsense)) throw new Error(`${program} does not say which flash drivers it lacks`);
  return asked.filter((name) => !lacking.has(name));
}

/** Linkers lay a string that another one ends with into that one: `virtual` may only stand in `is_virtual`. */
function endsIn(program: string): Set<string> {
  const ends = new Set<string>();
  for (const [word] of readFileSync(program, "latin1").matchAll(/[\w.-]{2,}(?=\0)/g)) {
    for (let start = Math.max(0, word.length - LONGEST); start <= word.length - 2; start++)
      ends.add(word.slice(start));
  }
  return ends;
}
