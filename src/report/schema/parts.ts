/** What the schemas of several reports have in common. */

import * as v from "valibot";

export const text = v.string();
export const texts = v.array(v.string());
export const flag = v.boolean();
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const integer = v.pipe(v.number(), v.integer());
/** A line or column, from 1. */
const ordinal = v.pipe(v.number(), v.integer(), v.minValue(1));
export const seconds = v.pipe(v.number(), v.minValue(0));
export const maybe = v.optional;

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/** The same schema, with what it means. */
export function described<T extends Schema>(schema: T, meaning: string) {
  return v.pipe(schema, v.description(meaning));
}

/** What the reports of a program begin with. */
export function headOf<const Name extends string>(name: Name) {
  return {
    tool: described(v.pipe(v.string(), v.regex(new RegExp(`^${name} `))), "The program and its version."),
    schema: described(v.literal(2), "Raised when a reader of the schema before could misread this one."),
  };
}

export const head = headOf("l5cfg-fix");

export const span = described(
  v.strictObject({ start: count, end: count }),
  "A stretch of a file in bytes: `start` up to, but not including, `end`.",
);

/** Where something in a model is. */
export const placeEntries = {
  file: text,
  line: described(ordinal, "From 1, as OpenOCD counts."),
  column: described(ordinal, "From 1, in bytes."),
  span,
};

export const place = v.strictObject(placeEntries);

/** Where a finding is. */
export const locationEntries = {
  file: described(text, "Absolute."),
  line: ordinal,
  column: described(ordinal, "In UTF-16 code units, as the others."),
  endLine: ordinal,
  endColumn: ordinal,
  span,
};

export const openocd = described(
  v.strictObject({
    version: described(text, "As `openocd --version` says it."),
    why: described(text, "How it is known."),
    exact: described(flag, "Whether that very build is known."),
    standIn: maybe(described(text, "The known version whose tables were used where it is not.")),
  }),
  "The OpenOCD that configs were checked for.",
);

export const severity = v.picklist(["error", "warning", "info"]);

export const problem = described(
  v.strictObject({
    code: text,
    message: described(text, "OpenOCD's own words where it has some."),
    file: text,
    line: integer,
    column: maybe(ordinal),
    span: maybe(span),
    stack: v.array(v.strictObject({ procedure: text, file: text, line: integer })),
    subject: maybe(text),
  }),
  "Something that OpenOCD refuses.",
);

export const recovery = described(
  v.strictObject({ root: text, patched: texts, undone: texts, restored: texts, foreign: texts }),
  "How an earlier run that was cut short was finished.",
);
