/** The reports of `l5cfg-fix explain` and `l5cfg-fix rules`. */

import * as v from "valibot";
import { finding } from "./check.ts";
import { count, described, flag, head, integer, maybe, severity, text, texts } from "./parts.ts";

const ruleEntries = { id: text, severity, title: text, why: text };

export const rulesReport = described(
  v.strictObject({ ...head, rules: v.array(v.strictObject(ruleEntries)) }),
  "`l5cfg-fix rules`",
);

const example = v.strictObject({
  before: text,
  after: maybe(text),
  openocd: maybe(text),
  transports: maybe(texts),
  name: maybe(text),
  files: maybe(v.record(text, text)),
});

export const ruleReport = described(
  v.strictObject({ ...head, rule: v.strictObject({ ...ruleEntries, versions: text, example }) }),
  "`l5cfg-fix explain RULE`",
);

const line = v.strictObject({ number: v.pipe(v.number(), v.integer(), v.minValue(1)), text });
/** Lines of a log that say one thing. */
const sighting = { lines: v.array(line), times: count };
const effect = v.strictObject({ ...sighting, id: text, what: text });
const frame = v.strictObject({ file: text, line: integer, proc: maybe(text) });
const logPlace = v.strictObject({ at: frame, calledFrom: v.array(frame), event: maybe(text) });

export const diagnosis = v.strictObject({
  ...sighting,
  id: text,
  stage: text,
  what: text,
  advice: texts,
  rules: texts,
  effects: v.array(effect),
  places: v.array(logPlace),
  target: maybe(text),
  event: maybe(text),
  findings: maybe(v.array(finding)),
});

export const unknownError = v.strictObject({
  ...sighting,
  message: text,
  effects: v.array(effect),
  places: v.array(logPlace),
});

export const logReport = described(
  v.strictObject({
    ...head,
    log: v.strictObject({
      path: text,
      given: texts,
      files: v.array(v.strictObject({ path: text, here: maybe(text) })),
      program: maybe(text),
      openocd: maybe(text),
      isHla: maybe(flag),
      isVerified: flag,
    }),
    diagnoses: v.array(diagnosis),
    unknown: v.array(unknownError),
    omitted: count,
    harmless: v.array(effect),
    fixCommand: maybe(text),
    checkCommand: maybe(text),
    fixes: maybe(texts),
  }),
  "`l5cfg-fix explain LOG`",
);
