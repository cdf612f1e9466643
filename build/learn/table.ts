import { RELEASES, type ReleaseId } from "../../src/openocd/data/releases.ts";
import { allNames, maskOf, type Table } from "../../src/openocd/data/table.ts";

/** A table with one more release, right behind the one that it is like, which has just these names. */
export function withRelease(table: Table, like: ReleaseId, names: Iterable<string>): Table {
  const has = new Set(names);
  const place = RELEASES.findIndex(({ id }) => id === like) + 1;
  const byMask = new Map<number, string[]>();
  for (const name of new Set([...allNames(table), ...has])) {
    const mask = withBit(maskOf(table, name), place, has.has(name));
    byMask.set(mask, [...(byMask.get(mask) ?? []), name]);
  }
  const rows = [...byMask].sort(([a], [b]) => b - a);
  return rows.map(([mask, row]) => [mask, row.sort().join("|")]);
}

/** Those behind the place make room. */
function withBit(mask: number, place: number, isSet: boolean): number {
  const behind = mask >> place;
  return (behind << (place + 1)) | (Number(isSet) << place) | (mask & ((1 << place) - 1));
}
