import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { RELEASES } from "../../src/openocd/data/releases.ts";
import type { Compact } from "./compact.ts";

const folder = "test/recorded";
/** Releases say much the same: each answer is stored once, in a line of this file. */
const shared = `${folder}/answers.json`;

/** What one release said: by group of cases, its answers in order, each as JSON. */
export interface Recording {
  readonly version: string;
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

interface Stored {
  readonly version: string;
  /** By group, the numbers of the answers. */
  readonly cases: Readonly<Record<string, readonly number[]>>;
}

/** The answers of one release; undefined where it was not recorded. */
export function readRecording(id: string): Recording | undefined {
  const file = `${folder}/${id}.json`;
  if (!existsSync(file)) return undefined;
  const { version, cases } = JSON.parse(readFileSync(file, "utf8")) as Stored;
  const answers = (JSON.parse(readFileSync(shared, "utf8")) as Compact[]).map((one) => JSON.stringify(one));
  const groups = Object.entries(cases).map(([group, own]) => [group, own.map((at) => answers[at]!)] as const);
  return { version, groups: Object.fromEntries(groups) };
}

/** Stores the answers of one release beside those of the others, whose numbers may change with it. */
export function writeRecording(id: string, recording: Recording): void {
  const known = RELEASES.flatMap((release) => {
    const own = release.id === id ? recording : readRecording(release.id);
    return own === undefined ? [] : [[release.id, own] as const];
  });
  const answers = [...new Set(known.flatMap(([, { groups }]) => Object.values(groups).flat()))];
  const numbers = new Map(answers.map((answer, at) => [answer, at]));
  for (const [name, { version, groups }] of known) {
    const rows = Object.entries(groups).map(
      ([group, own]) => `${JSON.stringify(group)}: ${JSON.stringify(own.map((one) => numbers.get(one)))}`,
    );
    const text = `{"version": ${JSON.stringify(version)}, "cases": {\n${rows.join(",\n")}\n}}\n`;
    writeFileSync(`${folder}/${name}.json`, text, "utf8");
  }
  writeFileSync(shared, `[\n${answers.join(",\n")}\n]\n`, "utf8");
}
