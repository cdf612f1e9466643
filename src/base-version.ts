/**
 * Negative when version a is older than b, positive when newer: `0.11.0-rc2` comes before `0.11.0`. Only this much of
 * semantic versions is in versions of OpenOCD and its plugins.
 */
export function compareBases(a: string, b: string): number {
  const [numbersA, numbersB] = [numbersOf(a), numbersOf(b)];
  for (const [i, number] of numbersA.entries()) {
    if (number !== numbersB[i]!) return number < numbersB[i]! ? -1 : 1;
  }
  return 0;
}

/** Three numbers, and that of the candidate: infinite for a release, which comes after all of them. */
function numbersOf(version: string): number[] {
  const [, major, minor, patch, candidate] = FORM.exec(version) ?? [];
  return [major, minor, patch, candidate ?? Number.POSITIVE_INFINITY].map(Number);
}

const FORM = /^(\d+)\.(\d+)\.(\d+)(?:-rc(\d+))?$/i;
