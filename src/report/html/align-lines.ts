/** A line that was removed, and the one that it became; one of them is missing where a line has no counterpart. */
export type LinePair = readonly [string | undefined, string | undefined];

/** More pairs of lines than this are not compared; they are put side by side as they come. */
const MOST_COMPARISONS = 2500;

/** Lines that share less than this have nothing to do with each other. */
const LEAST_ALIKE = 0.4;

/** Puts lines that are alike side by side, in the order of both; what is left between them, as it comes. */
export function alignLines(removed: readonly string[], added: readonly string[]): LinePair[] {
  if (removed.length * added.length > MOST_COMPARISONS) return sideBySide(removed, added);
  const pairs: LinePair[] = [];
  let [left, right] = [0, 0];
  for (const [i, j] of bestMatches(removed, added)) {
    pairs.push(...sideBySide(removed.slice(left, i), added.slice(right, j)), [removed[i], added[j]]);
    [left, right] = [i + 1, j + 1];
  }
  return [...pairs, ...sideBySide(removed.slice(left), added.slice(right))];
}

function sideBySide(removed: readonly string[], added: readonly string[]): LinePair[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, i) => [removed[i], added[i]]);
}

/** The matches in order whose likeness is the most in sum: a longest common subsequence with weights. */
function bestMatches(removed: readonly string[], added: readonly string[]): [number, number][] {
  const [own, others] = [removed.map(wordsOf), added.map(wordsOf)];
  const likeness = own.map((one) => others.map((other) => likenessOf(one, other)));
  const best = Array.from({ length: removed.length + 1 }, () => new Float64Array(added.length + 1));
  for (let i = removed.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, likeness[i]![j]! + best[i + 1]![j + 1]!);
    }
  }
  const matches: [number, number][] = [];
  for (let [i, j] = [0, 0]; i < removed.length && j < added.length; ) {
    const here = likeness[i]![j]!;
    if (here > 0 && best[i]![j] === here + best[i + 1]![j + 1]!) matches.push([i++, j++]);
    else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
  return matches;
}

function wordsOf(line: string): string[] {
  return line.match(/\w+|[^\w\s]/g) ?? [];
}

/** The share of words that two lines have in common (Dice's coefficient); 0 where that is too little. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  const share = (2 * common) / Math.max(1, one.length + other.length);
  return share < LEAST_ALIKE ? 0 : share;
}
