/** The reports of `l5cfg-fix PATH…`. */

import * as v from "valibot";
import {
  count,
  described,
  flag,
  head,
  locationEntries,
  maybe,
  openocd,
  recovery,
  severity,
  text,
  texts,
} from "./parts.ts";

export const edit = described(
  v.strictObject({ offset: count, length: count, content: text }),
  "Replaces `length` bytes at `offset` by `content`. Offsets are those of the text before any edit.",
);

const fix = v.strictObject({
  safety: v.picklist(["safe", "unsafe"]),
  title: text,
  edits: v.array(v.strictObject({ file: text, edits: v.array(edit) })),
});

const findingEntries = {
  rule: text,
  severity,
  message: text,
  notes: texts,
  ...locationEntries,
  transports: texts,
  fix: maybe(fix),
};

export const finding = described(
  v.strictObject(findingEntries),
  "Something in a config that is missing, wrong, or refused by OpenOCD.",
);

export type FindingReport = v.InferOutput<typeof finding>;

const leftFinding = v.strictObject({
  ...findingEntries,
  why: maybe(described(text, "Why the fix was not applied, where one was tried.")),
});

const stale = described(
  v.strictObject({
    what: v.picklist(["original-changed", "original-gone", "copy-changed", "copy-gone", "plugin-newer"]),
    file: text,
  }),
  "What has changed since an overlay was written.",
);

export const confirmedRun = v.strictObject({
  config: text,
  transport: text,
  side: v.picklist(["original", "patched"]),
  says: described(
    v.picklist([
      ...(["accepted", "refused", "init", "shutdown"] as const),
      ...(["timeout", "output", "killed", "unasked"] as const),
    ]),
    "What became of the run: `init` and `shutdown` where the config calls those, `timeout`, `output` and `killed` where OpenOCD was ended, `unasked` where it could not be asked.",
  ),
  message: maybe(described(text, "OpenOCD's own words, or why there is no answer.")),
  file: maybe(text),
  line: maybe(count),
  expected: v.strictObject({ accepted: flag, message: maybe(text) }),
  agrees: described(flag, "Whether OpenOCD did what was expected, as far as it could be asked."),
  differences: texts,
});

const confirmed = described(
  v.strictObject({
    program: v.strictObject({ path: text, version: text }),
    runs: v.array(confirmedRun),
  }),
  "With --confirm: what the OpenOCD at hand did with each config, run up to `init`.",
);

const resultEntries = {
  path: described(text, "As given."),
  openocd,
  configs: texts,
  projectFile: maybe(described(text, "The project file that says how configs are run.")),
  warnings: texts,
  stale: maybe(v.array(stale)),
  confirmed: maybe(confirmed),
  omitted: maybe(described(count, "Findings beyond those that are listed.")),
};

export const checked = described(
  v.strictObject({
    ...resultEntries,
    known: maybe(described(count, "Findings that the baseline knows.")),
    findings: v.array(finding),
  }),
  "With --check.",
);

export type CheckedReport = v.InferOutput<typeof checked>;

export const patchedFile = v.strictObject({
  path: text,
  edits: v.array(edit),
  diff: maybe(described(text, "As a unified diff, with --diff.")),
});

export type PatchedFileReport = v.InferOutput<typeof patchedFile>;

export const fixed = described(
  v.strictObject({
    ...resultEntries,
    fixed: v.array(finding),
    left: v.array(leftFinding),
    files: v.array(patchedFile),
    overlay: maybe(described(text, "The folder with the patched copies.")),
    command: maybe(described(text, "What flashes with them.")),
    inPlace: maybe(v.array(v.strictObject({ path: text, backup: text, notes: texts }))),
    recoveries: maybe(v.array(recovery)),
  }),
  "Without --check.",
);

export type FixedReport = v.InferOutput<typeof fixed>;

export const fixReport = described(
  v.strictObject({ ...head, results: v.array(v.union([checked, fixed])) }),
  "`l5cfg-fix PATH…`: one result for each path.",
);
