import { familyOf } from "../chips/index.ts";
import type { Config } from "../openocd/model.ts";
import { usualTransports } from "../openocd/transport.ts";
import type { Both } from "./roles.ts";
import { run, runUnaided, type Subject } from "./runs.ts";

/** Files of two trees that make the same kind of entity, and those with no counterpart. */
export interface PairedFiles {
  pairs: Both<Subject>[];
  alone: Both<Subject[]>;
}

/** The features of a config that show for which chip or board it is. */
interface Print {
  subject: Subject;
  name: string;
  family: string | undefined;
  chips: ReadonlySet<string>;
  types: ReadonlySet<string>;
  ids: ReadonlySet<number>;
  bases: ReadonlySet<number>;
  drivers: ReadonlySet<string>;
  /** Whether it chooses an adapter, as boards do and targets do not. */
  hasAdapter: boolean;
}

/** The similarity from which two configs count as configs for the same chip. */
const ENOUGH = 7;

/**
 * Pairs the configs of two trees by what they make, the most similar first. Configs that make nothing have no
 * counterpart.
 */
export function pairFiles(both: Both<readonly Subject[]>): PairedFiles {
  const prints = { file: both.file.map(printOf), reference: both.reference.map(printOf) };
  const candidates = prints.file.flatMap((file) =>
    prints.reference.flatMap((reference) => {
      const like = likeness(file, reference);
      return like < ENOUGH ? [] : [{ file, reference, like }];
    }),
  );
  const taken = new Set<Print>();
  const counterparts = new Map<Print, Print>();
  for (const { file, reference } of candidates.sort((a, b) => b.like - a.like)) {
    if (taken.has(file) || taken.has(reference)) continue;
    taken.add(file).add(reference);
    counterparts.set(file, reference);
  }
  const alone = (side: readonly Print[]) =>
    side.filter((one) => !taken.has(one)).map(({ subject }) => subject);
  return {
    pairs: prints.file.flatMap((file) => {
      const reference = counterparts.get(file);
      return reference ? [{ file: file.subject, reference: reference.subject }] : [];
    }),
    alone: { file: alone(prints.file), reference: alone(prints.reference) },
  };
}

function printOf(subject: Subject): Print {
  const { config, hasAdapter } = modelOf(subject);
  const { taps, targets, flashBanks } = config;
  const chips = new Set(taps.map(({ name }) => name.split(".", 1)[0]!));
  return {
    subject,
    name: subject.file.replace(/^.*[\\/]/, "").toLowerCase(),
    family: [...chips].map(familyOf).find((family) => family !== undefined)?.name,
    chips,
    types: new Set(targets.map(({ requestedType }) => requestedType)),
    ids: new Set(taps.flatMap(({ expectedIds }) => expectedIds)),
    bases: new Set(flashBanks.map(({ base }) => base)),
    drivers: new Set(flashBanks.map(({ driver }) => driver)),
    hasAdapter,
  };
}

/** The model under the first transport with which the config runs to its end. */
function modelOf(subject: Subject): { config: Config; hasAdapter: boolean } {
  let config = runUnaided(subject);
  if (config.adapter !== "") return { config, hasAdapter: true };
  for (const transport of mostLoad) {
    config = run(subject, transport);
    if (config.complete && config.targets.length > 0) break;
  }
  return { config, hasAdapter: false };
}

/** JTAG first: most targets of every kind load under it. */
const mostLoad = [...usualTransports].reverse();

function likeness(a: Print, b: Print): number {
  if (a.types.size === 0 || b.types.size === 0) return 0;
  if (a.family !== b.family && a.family !== undefined && b.family !== undefined) return 0;
  const isSameFamily = a.family !== undefined && a.family === b.family;
  return (
    (isSameFamily ? 4 : 0) +
    2 * shared(a.chips, b.chips) +
    shared(a.types, b.types) +
    shared(a.ids, b.ids) +
    3 * shared(a.bases, b.bases) +
    shared(a.drivers, b.drivers) +
    (a.name === b.name ? 2 : 0) -
    (a.hasAdapter === b.hasAdapter ? 0 : 2)
  );
}

/** The share of common elements of two sets: 1 where they are equal, 0 where they have no common element. */
function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const common = [...a].filter((one) => b.has(one)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
