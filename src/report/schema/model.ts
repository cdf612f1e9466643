/** The report of `l5cfg-fix inspect`: what a config makes. */

import * as v from "valibot";
import {
  count,
  described,
  flag,
  head,
  integer,
  maybe,
  place,
  placeEntries,
  problem,
  text,
  texts,
} from "./parts.ts";

const made = {
  ...placeEntries,
  calledFrom: described(v.array(place), "The calls that led there, the innermost first."),
  inProc: described(flag, "Whether a proc made it."),
};

const tap = v.strictObject({
  ...made,
  name: text,
  irLength: count,
  expectedIds: v.array(count),
  enabled: flag,
});

const dap = v.strictObject({ ...made, name: text, chainPosition: text });

const workArea = described(
  v.strictObject({ phys: count, virt: count, size: count, backup: flag }),
  "In bytes; zeros where none was set.",
);

const target = v.strictObject({
  ...made,
  name: text,
  type: text,
  requestedType: text,
  endian: v.picklist(["little", "big"]),
  coreId: count,
  apNum: integer,
  workArea,
  workAreaSetAt: v.array(place),
  dap: maybe(text),
  chainPosition: maybe(text),
});

const flashBank = v.strictObject({
  ...made,
  name: text,
  driver: text,
  base: count,
  size: count,
  busWidth: integer,
  chipWidth: integer,
  target: text,
});

export const inspectReport = described(
  v.strictObject({
    ...head,
    file: text,
    transport: text,
    adapter: text,
    openocd: text,
    taps: v.array(tap),
    daps: v.array(dap),
    targets: v.array(target),
    flashBanks: v.array(flashBank),
    events: v.array(v.strictObject({ ...made, target: text, name: text, body: text })),
    settings: v.array(v.strictObject({ ...made, name: text, words: texts, target: maybe(text) })),
    procs: v.array(v.strictObject({ ...made, name: text, args: text, body: text })),
    sources: v.array(v.strictObject({ path: text, sourcedAt: maybe(place) })),
    variables: v.record(text, text),
    variablesSetAt: v.record(text, place),
    problems: v.array(problem),
  }),
  "`l5cfg-fix inspect FILE`: what a config makes.",
);
