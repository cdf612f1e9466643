import { listed } from "./message-text.ts";

/**
 * The names that a mistyped name may mean: those that differ only in case or dashes, else the nearest ones by edit
 * distance, at most a third of the name's length away.
 */
export function nearest(name: string, names: readonly string[], atMost = 3): string[] {
  const alike = names.filter((other) => isAlike(other, name));
  if (alike.length > 0) return alike;
  const limit = Math.min(atMost, Math.ceil(name.length / 3));
  const close = names.filter((other) => Math.abs(other.length - name.length) <= limit);
  const distances = close.map((other) => ({ other, distance: distance(name, other) }));
  const best = Math.min(limit, ...distances.map((one) => one.distance));
  return distances.filter((one) => one.distance === best).map(({ other }) => other);
}

/** The edit distance: how many letters must be inserted, removed or changed. */
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

/** Whether two names differ only in case, or in dashes instead of underscores. */
export function isAlike(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[- ]/g, "_");
}

/** The maximum number of suggestions: a longer list does not help. */
const MOST_MEANT = 5;

/** The question to the user about an unknown name; nothing where no similar name exists. */
export function meantNotes(name: string, names: readonly string[]): string[] {
  return askedNotes(nearest(name, names));
}

/** The same for names that may be meant. */
export function askedNotes(names: readonly string[]): string[] {
  const meant = [...new Set(names)];
  return meant.length === 0 || meant.length > MOST_MEANT
    ? []
    : [`did you mean ${alternatives(meant.map((one) => `\`${one}\``))}?`];
}

function alternatives(names: readonly string[]): string {
  return listed(names).replace(/ and (?=[^ ]*$)/, " or ");
}
