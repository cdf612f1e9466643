import { bodyOf, type Comparison, compareConfigs, inOrder } from "./compare.ts";
import type { Difference, Entity } from "./difference.ts";
import type { Both } from "./roles.ts";
import { type Refused, type Runs, runBoth, type Subject } from "./runs.ts";

/** The result of comparing what two configs make, under every transport that both have. */
export interface FileComparison {
  /** The absolute paths. */
  files: Both<string>;
  /** The transports under which both ran to their end. */
  transports: string[];
  refused: Refused[];
  /** Ordered by importance for flashing. */
  differences: Difference[];
  /** Handlers and procs that do the same under every transport but are written differently. */
  respelled: Both<Entity>[];
  /** The largest number of equal entities under one transport. */
  same: number;
  runs: ComparedRun[];
}

/** Two configs under one transport, and what each makes there. */
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

/** Differences of many runs: each once, with all its transports, in order of first appearance. */
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

function shownFacts(entity: Entity | undefined): string {
  return entity === undefined
    ? "-"
    : JSON.stringify([...entity.facts.map(({ value }) => value), bodyOf(entity)]);
}

function distinct(pairs: readonly Both<Entity>[]): Both<Entity>[] {
  return [...new Map(pairs.map((pair) => [`${pair.file.kind} ${pair.file.role}`, pair])).values()];
}
