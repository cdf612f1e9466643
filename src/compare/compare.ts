import type { Config, Made } from "../openocd/model.ts";
import { inFileWords, type Names, neutral } from "./body/name-symbols.ts";
import { type Difference, type Entity, type Kind, kinds } from "./difference.ts";
import { entitiesOf, eventEntity, procEntity } from "./entities.ts";
import { Bodies, lineUpProcs } from "./procs.ts";
import { type Both, lineUp, type Pair } from "./roles.ts";

/** The result of comparing what two configs make. */
export interface Comparison {
  /** Ordered by importance for flashing. */
  differences: Difference[];
  /** Handlers and procs that do the same but are written differently. */
  respelled: Both<Entity>[];
  /** How many entities are equal in both. */
  same: number;
  /** All entities of both configs, matched by role. */
  pairs: Pair<Entity>[];
  names: Both<Names>;
}

/** Compares what two configs make under one transport, and returns the differences. */
export function compareConfigs(both: Both<Config>): Comparison {
  const { names } = lineUp(both);
  const bodies = new Bodies(both, names);
  const renamed = names.file.procs as Map<string, string>;
  const procs = lineUpProcs(both, names, renamed, bodies);
  const pairs = alignedBy({
    file: [
      ...entitiesOf(both.file, names.file),
      ...both.file.events.map((one) => eventEntity(one, names.file)),
    ],
    reference: [
      ...entitiesOf(both.reference, names.reference),
      ...both.reference.events.map((one) => eventEntity(one, names.reference)),
    ],
  });
  for (const { file, reference } of procs) {
    const role = neutral((file ?? reference)!.name, names[file ? "file" : "reference"]);
    pairs.push({
      ...(file && { file: procEntity(file, role) }),
      ...(reference && { reference: procEntity(reference, role) }),
    });
  }
  const comparison: Comparison = { differences: [], respelled: [], same: 0, pairs, names };
  for (const pair of pairs) judge(pair, bodies, both, comparison);
  return { ...comparison, differences: inOrder(named(comparison.differences, both, names)) };
}

function alignedBy({ file, reference }: Both<Entity[]>): Pair<Entity>[] {
  const pairs = new Map<string, Pair<Entity>>();
  for (const entity of file) pairs.set(keyOf(entity), { file: entity });
  for (const entity of reference)
    pairs.set(keyOf(entity), { ...pairs.get(keyOf(entity)), reference: entity });
  return [...pairs.values()];
}

function keyOf({ kind, role }: Entity): string {
  return `${kind} ${role}`;
}

function judge(pair: Pair<Entity>, bodies: Bodies, both: Both<Config>, into: Comparison): void {
  const { file, reference } = pair;
  if (file === undefined || reference === undefined) {
    into.differences.push(difference(pair, []));
    return;
  }
  const differing = differingFacts(file, reference);
  if (differing.length === 0 && !sameBodies(file, reference, bodies, both)) differing.push("body");
  if (differing.length > 0) into.differences.push(difference(pair, differing));
  else {
    into.same++;
    if (bodyOf(file) !== bodyOf(reference)) into.respelled.push({ file, reference });
  }
}

function difference(pair: Pair<Entity>, differing: readonly string[]): Difference {
  const { kind } = (pair.file ?? pair.reference)!;
  return { id: "", title: "", kind, differing, transports: [], ...pair };
}

function differingFacts(file: Entity, reference: Entity): string[] {
  const names = new Set([...file.facts, ...reference.facts].map(({ name }) => name));
  const meaning = ({ facts }: Entity, name: string) => facts.find((one) => one.name === name)?.meaning;
  return [...names].filter((name) => meaning(file, name) !== meaning(reference, name));
}

/** The body of a handler or proc; empty for other entities. */
export function bodyOf({ made }: Entity): string {
  return "body" in made ? (made.body as string) : "";
}

function sameBodies(
  file: Entity,
  reference: Entity,
  bodies: Bodies,
  { file: own, reference: other }: Both<Config>,
): boolean {
  const find = <T extends Made>(all: readonly T[], { made }: Entity) => all.find((one) => one === made);
  const handlers = [find(own.events, file), find(other.events, reference)] as const;
  if (handlers[0] && handlers[1]) return bodies.sameHandlers(handlers[0], handlers[1]);
  const procs = [find(own.procs, file), find(other.procs, reference)] as const;
  return procs[0] && procs[1] ? bodies.sameProcs(procs[0], procs[1]) : true;
}

/**
 * Translates differences into the file's names: an entity that only the reference has gets the name it would have in
 * the file.
 */
function named(differences: readonly Difference[], both: Both<Config>, names: Both<Names>): Difference[] {
  const isSole = both.file.targets.length < 2 && both.reference.targets.length < 2;
  return differences.map((one) => {
    const side = one.file ? "file" : "reference";
    const { kind, name, title } = one[side]!;
    const inWords = (text: string) => inFileWords(text, names[side]);
    return { ...one, id: idOf(kind, inWords(name), inWords(title), isSole), title: inWords(title) };
  });
}

function idOf(kind: Kind, name: string, title: string, isSole: boolean): string {
  if (kind === "setting") return title.replace(" of ", ":").replaceAll(/[ _]/g, "-");
  const owner = kind === "event" && !isSole ? `${title.replace(/.* /, "")}/` : "";
  return `${kind}:${owner}${name}`;
}

const settingsFirst = ["reset_config", "cortex_m reset_config", "adapter speed"];

/** Ordered by importance for flashing. */
export function inOrder(differences: Difference[]): Difference[] {
  const rank = ({ kind, file, reference }: Difference) => {
    const at = settingsFirst.indexOf((file ?? reference)!.name);
    return kinds.indexOf(kind) + (at === -1 ? 0.5 : at / 10);
  };
  return differences.sort((a, b) => rank(a) - rank(b));
}
