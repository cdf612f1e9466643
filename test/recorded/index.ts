/**
 * Records what a program says of our idioms and fixtures, so that the model can be held to it without the program:
 * `npm run record -- PROGRAM ID`.
 */
import { rmSync } from "node:fs";
import { RELEASES } from "../../src/openocd/data/releases.ts";
import { askOpenocd } from "../oracle/ask.ts";
import { mapLimit } from "../support/map-limit.ts";
import { casesOf, writeIdioms } from "./cases.ts";
import { compact } from "./compact.ts";
import { writeRecording } from "./store.ts";

const [program, id] = process.argv.slice(2);
const release = RELEASES.find((one) => one.id === id);
if (program === undefined || release === undefined) {
  console.error(
    `usage: npm run record -- PROGRAM ID, where ID is one of ${RELEASES.map((one) => one.id).join(", ")}`,
  );
  process.exit(2);
}

const idioms = writeIdioms();
try {
  const cases = casesOf(release.id, idioms);
  const stored = await mapLimit(cases, async (one) => {
    const answer = await askOpenocd({ ...one, program }).catch((error) => {
      throw new Error(`${one.key}: ${error}`);
    });
    return JSON.stringify(compact(answer, one.searchPaths?.[0] ?? ""));
  });
  const groups: Record<string, string[]> = {};
  for (const [at, { group }] of cases.entries()) {
    groups[group] ??= [];
    groups[group].push(stored[at]!);
  }
  writeRecording(release.id, { version: release.version, groups });
  console.log(`${release.id}: ${cases.length} answers, ${new Set(stored).size} of them distinct`);
} finally {
  rmSync(idioms, { recursive: true });
}
