/** The report of `l5cfg-fix compare`. */

import * as v from "valibot";
import { patchedFile } from "./check.ts";
import { count, described, head, maybe, openocd, placeEntries, text, texts } from "./parts.ts";

const thing = v.strictObject({
  ...placeEntries,
  name: text,
  values: v.record(text, text),
  body: maybe(text),
});

const difference = v.strictObject({
  id: text,
  kind: v.picklist(["work-area", "flash-bank", "dap", "target", "tap", "setting", "event", "proc"]),
  title: text,
  in: v.picklist(["both", "file", "reference"]),
  differing: texts,
  transports: texts,
  file: maybe(thing),
  reference: maybe(thing),
});

const comparison = v.strictObject({
  file: text,
  reference: text,
  transports: texts,
  refused: v.array(
    v.strictObject({ side: v.picklist(["file", "reference"]), transport: text, message: text }),
  ),
  differences: v.array(difference),
  respelled: v.array(v.strictObject({ file: thing, reference: thing })),
  same: count,
});

const side = v.strictObject({ path: text, openocd });

export const compareReport = described(
  v.strictObject({
    ...head,
    file: side,
    reference: side,
    comparisons: v.array(comparison),
    alone: described(v.strictObject({ file: texts, reference: texts }), "Configs without a counterpart."),
    carried: maybe(described(texts, "The differences carried over, with --port.")),
    left: maybe(v.array(v.strictObject({ id: text, why: text }))),
    files: maybe(v.array(patchedFile)),
  }),
  "`l5cfg-fix compare`",
);
