import type { Config, Made } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";

/** The kinds of entries. */
type EntryKind =
  | "adapter"
  | "transport"
  | "tap"
  | "dap"
  | "target"
  | "bank"
  | "event"
  | "proc"
  | "variable"
  | "setting"
  | "order";

/** One part of a run's result, to compare runs of a config before and after a patch. */
export interface Entry {
  kind: EntryKind;
  name: string;
  /** Which part it is, where a fix may change one part and must not change the others: `workArea`. */
  part?: string;
  value: unknown;
  /** The commands that made it, and the calls that lead there; empty for entries without a single command. */
  places: readonly Place[];
  /** Text copied from the file: a handler, the body of a proc, a variable's value. */
  text?: string;
}

/** Everything that a run makes, each part by a unique key. */
export type Entries = ReadonlyMap<string, Entry>;

/** The entries of a run. */
export function entriesOf(config: Config): Entries {
  const entries = new Map<string, Entry>();
  for (const entry of allOf(config)) {
    entries.set(JSON.stringify([entry.kind, entry.name, entry.part]), entry);
  }
  return entries;
}

function* allOf(config: Config): Generator<Entry> {
  yield { kind: "adapter", name: "", value: config.adapter, places: [] };
  yield { kind: "transport", name: "", value: config.transport, places: [] };
  for (const tap of config.taps) {
    const { name, irLength, expectedIds, enabled } = tap;
    yield { kind: "tap", name, value: [irLength, expectedIds, enabled], places: placesOf(tap) };
  }
  for (const dap of config.daps)
    yield { kind: "dap", name: dap.name, value: dap.chainPosition, places: placesOf(dap) };
  yield* targets(config);
  for (const bank of config.flashBanks) {
    const { name, driver, base, size, busWidth, chipWidth, target } = bank;
    const value = [driver, base, size, busWidth, chipWidth, target];
    yield { kind: "bank", name, value, places: placesOf(bank) };
  }
  for (const event of config.events) {
    const { target, name, body } = event;
    yield { kind: "event", name: `${target} ${name}`, value: body, text: body, places: placesOf(event) };
  }
  for (const proc of config.procs) {
    const { name, args, body } = proc;
    yield { kind: "proc", name, value: [args, body], text: body, places: placesOf(proc) };
  }
  for (const [name, value] of Object.entries(config.variables)) {
    const setAt = config.variablesSetAt.get(name);
    yield { kind: "variable", name, value, text: value, places: setAt ? [setAt] : [] };
  }
  yield* settings(config);
  for (const [name, all] of Object.entries({ taps: config.taps, targets: config.targets })) {
    yield { kind: "order", name, value: all.map((one) => one.name), places: [] };
  }
}

function* targets({ targets }: Config): Generator<Entry> {
  for (const target of targets) {
    const { name, type, requestedType, endian, coreId, dap, apNum, chainPosition, workArea } = target;
    const places = placesOf(target);
    const value = [type, requestedType, endian, coreId, dap, apNum];
    yield { kind: "target", name, part: "type", value, places };
    yield { kind: "target", name, part: "chain", value: chainPosition, places };
    const setAt = target.workAreaSetAt.at(-1);
    const set = setAt === undefined ? places : [setAt];
    yield { kind: "target", name, part: "workArea", value: workArea, places: set };
  }
}

/**
 * For some settings only the last use counts, for others each use. They are compared by command, as they were given.
 */
function* settings(config: Config): Generator<Entry> {
  const byName = new Map<string, { value: unknown[]; places: Place[] }>();
  for (const setting of config.settings) {
    const known = byName.get(setting.name) ?? { value: [], places: [] };
    known.value.push([setting.words, setting.target]);
    known.places.push(...placesOf(setting));
    byName.set(setting.name, known);
  }
  for (const [name, { value, places }] of byName) yield { kind: "setting", name, value, places };
}

function placesOf({ at, calledFrom }: Made): Place[] {
  return [at, ...calledFrom];
}
