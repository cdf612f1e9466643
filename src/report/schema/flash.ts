/** The reports of `l5cfg-flash`. */

import * as v from "valibot";
import { diagnosis, unknownError } from "./log.ts";
import { count, described, flag, headOf, maybe, seconds, text, texts } from "./parts.ts";

const plan = {
  ...headOf("l5cfg-flash"),
  firmware: v.strictObject({
    path: text,
    format: text,
    size: count,
    sections: v.array(v.strictObject({ address: count, size: count })),
  }),
  overlay: text,
  target: text,
  verify: flag,
  command: texts,
  shell: described(text, "The same as one types it."),
  transport: maybe(text),
};

export const flashPlanReport = described(v.strictObject(plan), "`l5cfg-flash --dry-run`");

export const flashListReport = described(
  v.strictObject({
    ...headOf("l5cfg-flash"),
    overlay: text,
    targets: v.array(v.strictObject({ name: text, script: text })),
    probes: maybe(
      described(
        v.array(v.strictObject({ name: text, adapter: text, usbId: text, serial: maybe(text) })),
        "Those that are plugged in; not there where the system cannot be asked.",
      ),
    ),
  }),
  "`l5cfg-flash --list`",
);

export const flashReport = described(
  v.strictObject({
    ...plan,
    ok: flag,
    state: v.picklist(["untouched", "partly erased", "partly written", "written", "verified", "unknown"]),
    steps: v.array(v.strictObject({ step: text, seconds, bytes: maybe(count) })),
    seconds,
    log: text,
    openocd: maybe(text),
    failure: maybe(
      v.strictObject({
        kind: v.picklist(["config", "target", "write", "verify", "timeout", "cancelled"]),
        message: text,
        step: maybe(text),
      }),
    ),
    diagnoses: maybe(v.array(diagnosis)),
    unknown: maybe(v.array(unknownError)),
  }),
  "`l5cfg-flash`",
);
