/**
 * Tables of names by release, stored so that loading them costs next to nothing: one string per distinct
 * set of releases, split up when a table is first asked.
 */

import { type AnyRelease, bitOf, idOf, idsOf, type ReleaseId } from "./releases.ts";

/**
 * Rows of a mask and the names it holds for. Bit i of the mask is set when `RELEASES[i]` has the names.
 * Names may contain single spaces; they are separated by `|` or a line break.
 */
export type Table = readonly (readonly [mask: number, names: string])[];

const decoded = new WeakMap<Table, ReadonlyMap<string, number>>();

/** The words of a packed list: separated by `|` or line breaks, indentation dropped. */
export function unpack(packed: string): string[] {
  return packed.trim().split(/\s*[|\n]\s*/);
}

const sets = new Map<string, ReadonlySet<string>>();

/** Whether a packed list has a word. The list is split up only the first time. */
export function isAmong(packed: string, word: string): boolean {
  let set = sets.get(packed);
  if (set === undefined) {
    set = new Set(unpack(packed));
    sets.set(packed, set);
  }
  return set.has(word);
}

function masks(table: Table): ReadonlyMap<string, number> {
  let map = decoded.get(table);
  if (map === undefined) {
    map = new Map(table.flatMap(([mask, packed]) => unpack(packed).map((name) => [name, mask] as const)));
    decoded.set(table, map);
  }
  return map;
}

/** The releases that have the name as bits, 0 when none has. */
export function maskOf(table: Table, name: string): number {
  return masks(table).get(name) ?? 0;
}

/** Whether that release has the name. */
export function has(table: Table, name: string, release: AnyRelease): boolean {
  return ownNames(table, release)?.has(name) ?? (maskOf(table, name) & bitOf(idOf(release))) !== 0;
}

/** The names that a program says that it has. */
function ownNames(table: Table, release: AnyRelease): ReadonlySet<string> | undefined {
  return typeof release === "string" ? undefined : release.own?.names.get(table);
}

/** All names that release has, sorted. */
export function names(table: Table, release: AnyRelease): string[] {
  const own = ownNames(table, release);
  if (own !== undefined) return [...own].sort();
  const bit = bitOf(idOf(release));
  return [...masks(table)].flatMap(([name, mask]) => (mask & bit ? [name] : [])).sort();
}

/** The names of a release in the order of a packed list; names that the list lacks follow at the end. */
export function namesInOrder(order: string, table: Table, release: AnyRelease): string[] {
  const ordered = unpack(order).filter((name) => has(table, name, release));
  return [...ordered, ...names(table, release).filter((name) => !isAmong(order, name))];
}

/** Every name that any release has. */
export function allNames(table: Table): Iterable<string> {
  return masks(table).keys();
}

/** The releases that have the name, oldest first. Empty when none has. */
export function releasesWith(table: Table, name: string): ReleaseId[] {
  return idsOf(maskOf(table, name));
}
