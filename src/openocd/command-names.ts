/** Which release has which command by which name. */

import { ADAPTER_DRIVERS } from "./data/adapter-drivers.ts";
import { COMMANDS } from "./data/commands.ts";
import { FLASH_DRIVERS } from "./data/flash-drivers.ts";
import { type AnyRelease, bitOf, idOf, idsOf, type ReleaseId, UP_TO_0_11 } from "./data/releases.ts";
import { AFTER_INIT, ALL, ALWAYS, CORE, GROUPED, OWN, SINCE_2021 } from "./data/renames.ts";
import { allNames, has, maskOf, names, unpack } from "./data/table.ts";
import { TARGET_TYPES } from "./data/target-types.ts";
import { broughtCommands, originsOf } from "./origins.ts";

/** Names of one command, the oldest first. Where an argument was renamed with it, it is part of the name. */
interface Rename {
  readonly names: readonly string[];
  /** The adapter driver whose command it is. */
  readonly adapter?: string;
}

interface Index {
  readonly renames: readonly Rename[];
  /** Every name in them. */
  readonly all: ReadonlySet<string>;
  /** By name, which releases have it. */
  readonly masks: ReadonlyMap<string, number>;
  /** By name, the adapters that bring it. */
  readonly adapters: ReadonlyMap<string, readonly string[]>;
  /** By what their names begin with, whole words of them, the names that adapters bring. */
  readonly byBeginning: ReadonlyMap<string, readonly string[]>;
}

let index: Index | undefined;

function indexed(): Index {
  if (index !== undefined) return index;
  const renames: Rename[] = unpack(CORE).map((row) => ({ names: row.split(" > ") }));
  const masks = new Map<string, number>();
  const adapters = new Map<string, string[]>();
  const note = (adapter: string, name: string, mask: number) => {
    masks.set(name, (masks.get(name) ?? maskOf(COMMANDS, name)) | mask);
    adapters.set(name, [...(adapters.get(name) ?? []), adapter]);
  };
  const rows = [
    ...GROUPED.flatMap(([adapter, words]) => unpack(words).map((word) => grouped(adapter, word))),
    ...OWN,
  ];
  for (const [adapter, ...names] of rows) {
    for (const [mask, name] of names) note(adapter, name, mask);
    renames.push({ names: names.map(([, name]) => name), adapter });
  }
  for (const [mask, names] of AFTER_INIT) for (const name of unpack(names)) masks.set(name, mask);
  for (const name of ALWAYS) masks.set(name, ALL);
  const byBeginning = new Map<string, string[]>();
  for (const name of adapters.keys()) {
    const words = name.split(" ");
    for (let count = 1; count <= words.length; count++) {
      const beginning = words.slice(0, count).join(" ");
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), name]);
    }
  }
  index = { renames, all: new Set(renames.flatMap(({ names }) => names)), masks, adapters, byBeginning };
  return index;
}

function grouped(adapter: string, word: string): (typeof OWN)[number] {
  return [adapter, [UP_TO_0_11, `${adapter}_${word}`], [SINCE_2021, `${adapter} ${word}`]];
}

/** Which releases have a command of that full name; undefined where that is not known. */
function releaseMask(name: string): number | undefined {
  const known = indexed().masks.get(name);
  if (known !== undefined) return known;
  // What an adapter, a target or `init` brings was asked of 0.12.0 only.
  if (originsOf(name).length > 0) return undefined;
  return maskOf(COMMANDS, name) || undefined;
}

/** No command's name has more words. */
const LONGEST = 4;

const changing = new Map<ReleaseId, ReadonlySet<string>>();

/** Whether all commands that begin with a word have had one name only, and a release has them. */
export function isSettled(word: string, release: AnyRelease): boolean {
  if (typeof release !== "string") {
    if (release.own !== undefined) return false;
    return isSettled(word, release.id);
  }
  const known = changing.get(release) ?? firstWordsOfOthers(release);
  changing.set(release, known);
  return !known.has(word);
}

function firstWordsOfOthers(release: ReleaseId): ReadonlySet<string> {
  const { all, masks } = indexed();
  const names = [...all.keys(), ...masks.keys(), ...allNames(COMMANDS)].filter(
    (name) => all.has(name) || !((masks.get(name) ?? maskOf(COMMANDS, name)) & bitOf(release)),
  );
  return new Set(names.map((name) => name.split(" ", 1)[0]!));
}

/**
 * The command that some words call, by its full name, where a release is known not to have it and another one is known
 * to: `adapter speed` for `adapter speed 100` in ST's r1. Undefined for all other words.
 */
export function lackingIn(words: readonly string[], release: AnyRelease): string | undefined {
  const names = prefixes(words.slice(0, LONGEST));
  const { masks } = indexed();
  const own = names.find((one) => masks.has(one));
  const name = own ?? names.find((one) => maskOf(COMMANDS, one) > 0);
  if (name === undefined || has(COMMANDS, name, release)) return undefined;
  // What adapters and `init` bring, no program lists.
  const isAsked = typeof release !== "string" && release.own !== undefined && !masks.has(name);
  if (!isAsked && (masks.get(name) ?? maskOf(COMMANDS, name)) & bitOf(idOf(release))) return undefined;
  return own === undefined && isBrought(words, release) ? undefined : name;
}

/** The command that some words call, by its full name, where it has had several names. */
export function renamedAs(words: readonly string[]): string | undefined {
  const { all } = indexed();
  return prefixes(words.slice(0, LONGEST)).find((name) => all.has(name));
}

/** The longest first. */
function prefixes(words: readonly string[]): string[] {
  return words.map((_, i) => words.slice(0, words.length - i).join(" "));
}

let firstWords: ReadonlySet<string> | undefined;

/**
 * Whether some release is known to have a command of that full name, or one that begins with its first word where it has
 * only one. What an adapter, a target or `init` brings counts.
 */
export function isKnownCommand(name: string): boolean {
  const { all, masks } = indexed();
  if (all.has(name) || masks.has(name) || maskOf(COMMANDS, name) > 0 || originsOf(name).length > 0)
    return true;
  if (name.includes(" ")) return false;
  firstWords ??= new Set(
    [
      ...[...all, ...masks.keys(), ...allNames(COMMANDS), ...broughtCommands()],
      ...[ADAPTER_DRIVERS, FLASH_DRIVERS, TARGET_TYPES].flatMap((table) => [...allNames(table)]),
    ].map((one) => one.split(" ", 1)[0]!),
  );
  return firstWords.has(name);
}

/** All names of commands that a release may have, subcommands with their group. */
export function commandNames(release: ReleaseId): string[] {
  return [...names(COMMANDS, release), ...broughtCommands()];
}

/** Whether something that a config chooses or creates may bring the command in that release. */
function isBrought(words: readonly string[], release: AnyRelease): boolean {
  const [first = ""] = words;
  const isDriver = [ADAPTER_DRIVERS, FLASH_DRIVERS, TARGET_TYPES].some((table) => has(table, first, release));
  return isDriver || originsOf(words.slice(0, 2).join(" ")).length > 0;
}

/** The releases that have a command of that full name, oldest first. */
export function releasesWithCommand(name: string): ReleaseId[] {
  return idsOf(releaseMask(name) ?? 0);
}

/** Whether an adapter brings a command of that name in a release, or a group of that name. */
export function isOfAdapter(name: string, adapter: string, release: ReleaseId): boolean {
  const { adapters, masks, byBeginning } = indexed();
  return (byBeginning.get(name) ?? []).some(
    (own) => adapters.get(own)!.includes(adapter) && (masks.get(own)! & bitOf(release)) !== 0,
  );
}

/**
 * What a release calls a command that has another name elsewhere, its newest name where it has several. Where more than
 * one adapter had a name of its own for it, the adapter in use decides. Undefined where there is no such name, or
 * where it cannot be determined.
 */
export function nameIn(name: string, release: ReleaseId, adapter: string): string | undefined {
  const found = new Set<string>();
  for (const rename of indexed().renames) {
    if (!rename.names.includes(name)) continue;
    if (rename.adapter !== undefined && adapter !== "" && rename.adapter !== adapter) continue;
    const own = successors(rename.names).findLast((one) => (releaseMask(one) ?? ALL) & bitOf(release));
    if (own !== undefined) found.add(own);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The names of a command with those that others renamed it to, the oldest first. */
function successors(names: readonly string[]): string[] {
  const further = indexed().renames.find((one) => one.names[0] === names.at(-1));
  const earlier = indexed().renames.find((one) => one.names.at(-1) === names[0]);
  return [...(earlier?.names.slice(0, -1) ?? []), ...names, ...(further?.names.slice(1) ?? [])];
}

/** Every name that a command has had, itself included. */
export function namesOf(name: string): string[] {
  const all = indexed().renames.filter(({ names }) => names.includes(name));
  return [...new Set([name, ...all.flatMap(({ names }) => successors(names))])];
}

/** The newest name of a command. */
export function newestName(name: string): string {
  const rename = indexed().renames.find(({ names }) => names.includes(name));
  return rename === undefined ? name : successors(rename.names).at(-1)!;
}
