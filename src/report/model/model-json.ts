import { decoded } from "../../files/file-names.ts";
import type { Config, Made, Problem } from "../../openocd/model.ts";

/**
 * The model without the files' texts, each thing in it with the file and the span that made it: plain data.
 *
 * @example
 * ```ts
 * import { configJson, loadConfigSync, memoryFiles } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(new Map([["/board.cfg", "jtag newtap a cpu -irlen 4"]]));
 * console.log(Object.keys(configJson(loadConfigSync("/board.cfg", { fs, transport: "jtag" }))).length); // prints 15
 * ```
 */
export function configJson(config: Config): object {
  const { file, transport, adapter, openocd } = config;
  return {
    file,
    transport,
    adapter,
    openocd,
    taps: config.taps.map(madeJson),
    daps: config.daps.map(madeJson),
    targets: config.targets.map(madeJson),
    flashBanks: config.flashBanks.map(madeJson),
    events: config.events.map(madeJson),
    settings: config.settings.map(madeJson),
    procs: config.procs.map(madeJson),
    sources: config.sources.map(({ path, sourcedAt }) => ({ path, sourcedAt })),
    variables: byName(Object.entries(config.variables)),
    variablesSetAt: byName([...config.variablesSetAt]),
    problems: config.problems.map(problemJson),
  };
}

function madeJson({ at, calledFrom, inProc, ...thing }: Made): object {
  return { ...thing, ...at.toJSON(), calledFrom, inProc };
}

function byName(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries.map(([name, value]) => [decoded(name), value]));
}

/** What OpenOCD refuses: file and line as it says them itself, and the span where that is in the same line. */
function problemJson({ code, message, file, line, at, stack, subject }: Problem): object {
  const isThere = at !== undefined && at.file === file && at.line === line;
  return { code, message, file, line, ...(isThere && at.toJSON()), stack, subject };
}
