import { bodyOf, type Comparison, compareConfigs, inOrder } from "./compare.ts";
import type { Difference, Thing } from "./difference.ts";
import type { Both } from "./roles.ts";
import { type Refused, type Runs, runBoth, type Subject } from "./runs.ts";

/** What two configs make, held against each other under every transport that both have. */
export interface FileComparison {
  /** The absolute paths. */
  files: Both<string>;
  /** The transports under which both came to their ends. */
  transports: string[];
  refused: Refused[];
  /** What matters for flashing first. */
  differences: Difference[];
  /** Handlers and procs that do the same everywhere and are not written alike. */
  respelled: Both<Thing>[];
  /** The most that is the same under one transport. */
  same: number;
  runs: ComparedRun[];
}

/** Two configs under one transport, and what they make there. */
export type ComparedRun = Runs & Comparison;

export function compareFiles(both: Both<Subject>): FileComparison {
  const { runs, refused } = runBoth(both);
  const compared = runs.map((run) => ({ ...run, ...compareConfigs(run) }));
  const differences = merged(
    compared.flatMap((one) => one.differences.map((each) => ({ ...each, transports: [one.file.transport] }))),
  );
  const differing = new Set(differences.map(({ id }) => id));
  return {
    files: { file: both.file.file, reference: both.reference.file },
    transports: compared.map(({ file }) => file.transport),
    refused,
    differences,
    respelled: distinct(compared.flatMap((one) => one.respelled)).filter(
      ({ file }) => !differing.has(`${file.kind}:${file.name}`),
    ),
    same: Math.max(0, ...compared.map(({ same }) => same)),
    runs: compared,
  };
}

/** Differences of many runs, each once with all its transports, in the order of the first. */
function merged(all: readonly Difference[]): Difference[] {
  const byKey = new Map<string, Difference>();
  for (const one of all) {
    const key = [one.id, ...one.differing, shownFacts(one.file), shownFacts(one.reference)].join("\n");
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, one);
    else known.transports.push(...one.transports);
  }
  return inOrder([...byKey.values()]);
}

function shownFacts(thing: Thing | undefined): string {
  return thing === undefined
    ? "-"
    : JSON.stringify([...thing.facts.map(({ value }) => value), bodyOf(thing)]);
}

function distinct(pairs: readonly Both<Thing>[]): Both<Thing>[] {
  return [...new Map(pairs.map((pair) => [`${pair.file.kind} ${pair.file.role}`, pair])).values()];
}
