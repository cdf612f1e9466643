import { rmSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { RELEASES, releaseById } from "../../src/openocd/data/releases.ts";
import { askOurselves } from "../oracle/ours.ts";
import { type Row, rowOf } from "../oracle/table.ts";
import { casesOf, writeIdioms } from "./cases.ts";
import { type Compact, expanded, shortActual } from "./compact.ts";
import { exceptionOf, exceptions } from "./otherwise.ts";
import { readRecording } from "./store.ts";

const idioms = writeIdioms();
afterAll(() => rmSync(idioms, { recursive: true }));

/** What the model says of all that a release was asked, held against what was recorded. */
function rowsOf({ id, version }: (typeof RELEASES)[number]): Row[] {
  const recording = readRecording(id);
  expect(recording?.version).toBe(version);
  const cases = casesOf(id, idioms);
  const stored = Object.values(recording!.groups).flat();
  expect(stored.length).toBe(cases.length);
  return cases.map((one, at) => {
    const answer = JSON.parse(stored[at]!) as Compact;
    const expected = expanded(answer, one.searchPaths?.[0] ?? "", releaseById(id));
    return rowOf(one, expected, shortActual(askOurselves(one, "/nowhere")));
  });
}

const needed = new Set<string | undefined>();

it.each(RELEASES)("$id: the model makes what the program made, and is refused where that was", (release) => {
  const rows = rowsOf(release);
  const isLoaded = ({ expected, actual }: Row) => expected === "loaded" || actual === "loaded";
  for (const { key, differences } of rows.filter(isLoaded))
    if (differences.length > 0) needed.add(exceptionOf(key));
  const different = rows.filter((row) => isLoaded(row) && exceptionOf(row.key) === undefined);
  expect(different.flatMap(({ key, differences }) => differences.map((line) => `${key}: ${line}`))).toEqual(
    [],
  );
  // Words and places of refusals are most often the program's own.
  const refused = rows.filter((row) => !isLoaded(row));
  const same = refused.filter(({ differences }) => differences.length === 0);
  expect(same.length / refused.length).toBeGreaterThan(release.id === "master" ? 0.7 : 0.85);
});

it("has no exception that no release needs", () => {
  expect(exceptions.filter((start) => !needed.has(start))).toEqual([]);
});
