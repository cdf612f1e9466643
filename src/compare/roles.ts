import type { Config, Dap, FlashBank, Tap, Target } from "../openocd/model.ts";
import { type Names, symbolOf } from "./body/name-symbols.ts";

/** Two configs: the given file, and the reference that it is compared with. */
export interface Both<T> {
  file: T;
  reference: T;
}

/** Two entities with the same role, one of each config; one of them may be missing. */
export type Pair<T> = Partial<Both<T>>;

/** The entities of two configs, matched by their role, not by their names. */
export interface LinedUp {
  targets: Pair<Target>[];
  taps: Pair<Tap>[];
  daps: Pair<Dap>[];
  banks: Pair<FlashBank>[];
  names: Both<Names>;
}

export function lineUp(both: Both<Config>): LinedUp {
  const { file, reference } = both;
  const targets = pairUp(file.targets, reference.targets, likeTargets);
  const isSameTarget = (a: string | undefined, b: string | undefined) => isPair(targets, a, b);
  const taps = pairUp(file.taps, reference.taps, (a, b) => {
    const held = targets.some(
      (pair) => pair.file?.chainPosition === a.name && pair.reference?.chainPosition === b.name,
    );
    return (held ? 8 : 0) + likeTaps(a, b);
  });
  const daps = pairUp(file.daps, reference.daps, (a, b) => {
    const used = targets.some((pair) => pair.file?.dap === a.name && pair.reference?.dap === b.name);
    return (used ? 8 : 0) + (isPair(taps, a.chainPosition, b.chainPosition) ? 4 : 0) + sameSuffix(a, b);
  });
  const banks = pairUp(
    file.flashBanks,
    reference.flashBanks,
    (a, b) => (isSameTarget(a.target, b.target) ? likeBanks(a, b) : 0),
    false,
  );
  return { targets, taps, daps, banks, names: namesOf([targets, daps, taps, banks]) };
}

/** The similarity from which two entities have the same role. */
const ENOUGH = 3;

type Likeness<T> = (own: T, other: T) => number;

/**
 * Pairs each entity with the most similar one, best pairs first; among equally similar ones the position decides.
 * Where each side has only one entity, the two are a pair even if they differ much.
 */
function pairUp<T>(
  own: readonly T[],
  others: readonly T[],
  likeness: Likeness<T>,
  solesMatch = true,
): Pair<T>[] {
  const least = solesMatch && own.length === 1 && others.length === 1 ? 0 : ENOUGH;
  const candidates = own.flatMap((file, i) =>
    others.map((reference, k) => ({
      file,
      reference,
      like: likeness(file, reference),
      apart: Math.abs(i - k),
    })),
  );
  const chosen: Both<T>[] = [];
  for (const { file, reference, like } of candidates.sort((a, b) => b.like - a.like || a.apart - b.apart)) {
    if (like < least || chosen.some((pair) => pair.file === file || pair.reference === reference)) continue;
    chosen.push({ file, reference });
  }
  return [
    ...own.map((file) => chosen.find((pair) => pair.file === file) ?? { file }),
    ...others
      .filter((one) => !chosen.some(({ reference }) => reference === one))
      .map((reference) => ({ reference })),
  ];
}

function isPair(
  pairs: readonly Pair<{ name: string }>[],
  own: string | undefined,
  other: string | undefined,
): boolean {
  return (
    own !== undefined && pairs.some(({ file, reference }) => file?.name === own && reference?.name === other)
  );
}

function likeTargets(a: Target, b: Target): number {
  return (a.requestedType === b.requestedType ? 3 : 0) + sameSuffix(a, b) + (a.apNum === b.apNum ? 1 : 0);
}

function likeTaps(a: Tap, b: Tap): number {
  const sharesId = a.expectedIds.some((id) => b.expectedIds.includes(id));
  return sameSuffix(a, b) + (sharesId ? 3 : 0) + (a.irLength === b.irLength ? 1 : 0);
}

function likeBanks(a: FlashBank, b: FlashBank): number {
  return (a.base === b.base ? 6 : 0) + sameSuffix(a, b) + (a.driver === b.driver ? 1 : 0);
}

function sameSuffix(a: { name: string }, b: { name: string }): number {
  return suffixOf(a.name) === suffixOf(b.name) ? 3 : 0;
}

/** The part of a name after the chip: `cpu` of `stm32l5.cpu`. */
function suffixOf(name: string): string {
  return name.slice(name.indexOf(".") + 1);
}

function chipIn(name: string): string | undefined {
  const dot = name.indexOf(".");
  return dot > 0 ? name.slice(0, dot) : undefined;
}

function namesOf(kinds: readonly (readonly Pair<{ name: string }>[])[]): Both<Names> {
  const made = { file: emptyNames(), reference: emptyNames() };
  const pairs = kinds
    .flat()
    .filter((pair): pair is Both<{ name: string }> => "file" in pair && "reference" in pair);
  for (const { file, reference } of pairs) {
    standFor(made, "entities", file.name, reference.name);
    standFor(made, "chips", chipIn(file.name), chipIn(reference.name));
  }
  return made;
}

type Growing = { entities: Map<string, string>; chips: Map<string, string>; procs: Map<string, string> };

function emptyNames(): Growing {
  return { entities: new Map(), chips: new Map(), procs: new Map() };
}

/** The first entry for a name counts: a target and its TAP often share a name. */
function standFor(
  { file, reference }: Both<Growing>,
  kind: "entities" | "chips",
  own: string | undefined,
  other: string | undefined,
): void {
  if (own === undefined || other === undefined || file[kind].has(own) || reference[kind].has(other)) return;
  const symbol = symbolOf(own);
  file[kind].set(own, symbol);
  reference[kind].set(other, symbol);
}
