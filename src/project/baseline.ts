/** Findings that a project has had for long: they are kept in a file, and only others are reported. */

import * as v from "valibot";
import type { Finding } from "../check/result.ts";
import type { PathRules } from "../files/file-system.ts";
import { parseShaped } from "../files/json-shape.ts";

/** Raised when an older reader could misread a newer file. */
const SCHEMA = 1;

/** Findings that are alike: the same rule, about the same words in the same file. Lines move, words stay. */
const entryShape = v.object({
  file: v.string(),
  rule: v.string(),
  /** The line that they are in, without the blanks around it. */
  text: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

const shape = v.object({ schema: v.literal(SCHEMA), findings: v.array(entryShape) });

type Entry = v.InferOutput<typeof entryShape>;

/** How many findings of a kind are known, by the kind. */
export type Baseline = ReadonlyMap<string, Entry>;

/** Where a baseline is: its names of files are relative to that folder. */
interface Place {
  folder: string;
  path: PathRules;
}

/** Reads a baseline's text; a reason where it is none. */
export function parseBaseline(text: string): { value: Baseline } | { why: string } {
  const parsed = parseShaped(text, shape, { schema: SCHEMA, what: "baseline" });
  if (!("value" in parsed)) return parsed;
  return { value: new Map(parsed.value.findings.map((entry) => [keyOf(entry), entry])) };
}

/** The text of a baseline that knows all of these findings. */
export function baselineText(findings: readonly Finding[], place: Place): string {
  const entries = new Map<string, Entry>();
  for (const finding of findings) {
    const entry = entries.get(keyOf(entryOf(finding, place))) ?? { ...entryOf(finding, place), count: 0 };
    entries.set(keyOf(entry), { ...entry, count: entry.count + 1 });
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ schema: SCHEMA, findings: sorted }, undefined, 2)}\n`;
}

/** Takes away what a baseline knows, each kind as often as it knows it, over many results. */
export class KnownFindings {
  readonly #left: Map<string, number>;
  readonly #place: Place;

  constructor(baseline: Baseline, place: Place) {
    this.#left = new Map([...baseline].map(([key, { count }]) => [key, count]));
    this.#place = place;
  }

  /** Those that are not known. */
  without(findings: readonly Finding[]): Finding[] {
    return findings.filter((finding) => {
      const key = keyOf(entryOf(finding, this.#place));
      const left = this.#left.get(key) ?? 0;
      if (left > 0) this.#left.set(key, left - 1);
      return left === 0;
    });
  }

  /** How many are known that were not there. */
  get gone(): number {
    return [...this.#left.values()].reduce((sum, left) => sum + left, 0);
  }
}

function entryOf({ rule, at }: Finding, { folder, path }: Place): Omit<Entry, "count"> {
  const file = path.relative(folder, at.file).replaceAll(path.sep, "/");
  return { file, rule, text: at.excerpt.text.trim() };
}

function keyOf({ file, rule, text }: Omit<Entry, "count">): string {
  return JSON.stringify([file, rule, text]);
}
