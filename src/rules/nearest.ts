/** The names that a mistyped one may have meant, the nearest first: none that is more than a third of it away. */
export function nearest(name: string, names: readonly string[], atMost = 3): string[] {
  const limit = Math.min(atMost, Math.ceil(name.length / 3));
  const distances = names.map((other) => ({ other, distance: distance(name, other) }));
  const best = Math.min(limit, ...distances.map((one) => one.distance));
  return distances.filter((one) => one.distance === best).map(({ other }) => other);
}

/** How many letters have to be put in, taken out or changed to make one word of another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
