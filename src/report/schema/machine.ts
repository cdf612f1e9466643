/** The reports of `l5cfg-fix restore`, `installs` and `prove`. */

import * as v from "valibot";
import { confirmedRun } from "./check.ts";
import {
  count,
  described,
  flag,
  head,
  integer,
  maybe,
  openocd,
  recovery,
  seconds,
  text,
  texts,
} from "./parts.ts";

export const restoreReport = described(
  v.strictObject({
    ...head,
    path: text,
    recoveries: v.array(recovery),
    restored: v.array(v.strictObject({ root: text, files: texts, asides: texts })),
    backups: described(texts, "Backups that were seen, and that no journal knows."),
  }),
  "`l5cfg-fix restore`",
);

const plugin = described(
  v.strictObject({ name: text, version: text, path: text }),
  "A plugin of STM32CubeIDE.",
);

const install = v.strictObject({
  used: described(flag, "Whether `--install auto` takes it."),
  product: text,
  path: text,
  foundBy: texts,
  openocd,
  older: texts,
  warnings: texts,
  version: maybe(text),
  binary: maybe(text),
  scripts: maybe(text),
  plugin: maybe(plugin),
  program: maybe(plugin),
});

export const installsReport = described(
  v.strictObject({ ...head, installs: v.array(install) }),
  "`l5cfg-fix installs`",
);

const run = v.strictObject({
  config: text,
  family: text,
  transport: text,
  side: v.picklist(["original", "patched"]),
  probe: text,
  loads: described(flag, "Whether OpenOCD took the config."),
  success: described(flag, "Whether OpenOCD ended as after success."),
  verified: flag,
  programmed: count,
  right: count,
  equal: described(flag, "Whether the flash holds every byte of the firmware."),
  errors: texts,
  milliseconds: seconds,
  commands: count,
  command: texts,
  firstWrong: maybe(count),
  cut: maybe(v.picklist(["timeout", "cancelled"])),
});

export const proveReport = described(
  v.strictObject({
    ...head,
    path: text,
    openocd: v.strictObject({ path: text, version: text }),
    firmware: v.strictObject({ size: count, path: maybe(text), seed: maybe(integer) }),
    configs: v.array(v.strictObject({ config: text, family: text, board: text, transports: texts })),
    skipped: v.array(v.strictObject({ name: text, why: text })),
    runs: v.array(run),
    confirmed: described(
      v.array(v.strictObject({ config: text, accepted: flag, runs: v.array(confirmedRun) })),
      "The configs that there is no board for: OpenOCD ran them up to `init`, and flashed nothing.",
    ),
    proven: described(flag, "Whether all was written, and all configs without a board were accepted."),
  }),
  "`l5cfg-fix prove`",
);
