import { check, fix } from "../../check/api.ts";
import type { CheckResult, FixResult } from "../../check/result.ts";
import type { WatchOptions } from "../../check/steps.ts";
import type { ConfirmOptions } from "../../prove/confirm/api.ts";
import { printable } from "../../report/printable.ts";
import type { Work } from "../input/work.ts";
import { interrupts } from "../terminal/interrupts.ts";
import { ProgressLine } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { FixCommandOptions } from "./options.ts";

/** Checks what a path holds; with `--confirm` the OpenOCD at hand is asked, too. */
export async function checked(
  terminal: Terminal,
  { project, options: how }: Work,
  options: FixCommandOptions,
): Promise<CheckResult> {
  if (!options.confirm) return watched(terminal, "checking", (watch) => check(project, { ...how, ...watch }));
  const { checkConfirmed } = await import("../../prove/confirm/api.ts");
  return confirming(terminal, options, (more) => checkConfirmed(project, { ...how, ...more }));
}

/** Fixes it, in memory, in the same way. */
export async function fixed(
  terminal: Terminal,
  { project, options: how }: Work,
  options: FixCommandOptions,
  objectTo?: (file: string) => string | undefined,
): Promise<FixResult> {
  const all = { ...how, unsafe: options.unsafe ?? false, ...(objectTo && { objectTo }) };
  if (!options.confirm) return watched(terminal, "fixing", (watch) => fix(project, { ...all, ...watch }));
  const { fixConfirmed } = await import("../../prove/confirm/api.ts");
  return confirming(terminal, options, (more) => fixConfirmed(project, { ...all, ...more }));
}

/** Does work, and says on a terminal how far it is. */
export function watched<T>(terminal: Terminal, what: string, work: (watch: WatchOptions) => T): T {
  const line = new ProgressLine(terminal, what);
  try {
    return work({ onProgress: ({ config: name, done, total }) => line.show({ name, done, total }) });
  } finally {
    line.end();
  }
}

/** That configs are run is said whatever else is not. */
async function confirming<T>(
  terminal: Terminal,
  { openocd, openocdBin, trust = false }: FixCommandOptions,
  work: (options: ConfirmOptions) => Promise<T>,
): Promise<T> {
  const { signal, release } = interrupts();
  try {
    return await work({
      ...(openocd !== undefined && { openocd }),
      ...(openocdBin !== undefined && { openocdBin }),
      ...{ trust, signal },
      onProgram: ({ path, version }) =>
        terminal.say(
          `l5cfg-fix: --confirm runs the configs, and whatever they call, in ${printable(path)} (OpenOCD ${printable(version)})`,
        ),
    });
  } finally {
    release();
  }
}
