import { COMMANDS } from "../../src/openocd/data/commands.ts";
import type { ReleaseId } from "../../src/openocd/data/releases.ts";
import { has } from "../../src/openocd/data/table.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import type { Config } from "../../src/openocd/model.ts";
import type { ConfigView } from "./answer.ts";
import type { Question } from "./ask.ts";
import type { Actual } from "./compare.ts";

/** Our own answer to a question that the real OpenOCD was asked. */
export function askOurselves(question: Question, scripts: string): Actual {
  const { file, transport, cwd, searchPaths = [], variables, release = "0.12.0" } = question;
  const config = loadConfigSync(file, {
    openocd: release,
    ...(variables && { variables }),
    ...(transport !== undefined && { transport }),
    searchPaths: [...searchPaths, scripts],
    cwd: cwd ?? "/nowhere",
  });
  const [problem] = config.problems;
  if (problem === undefined) {
    const view = viewOf(config, release);
    // What is set again to what it was set to before does not count as the config's.
    const own = Object.entries(view.variables).filter(([name, value]) => variables?.[name] !== value);
    return { loaded: true, ...view, variables: Object.fromEntries(own) };
  }
  const { message } = problem;
  return {
    loaded: false,
    error: { file: problem.file || undefined, line: problem.line || undefined, message },
  };
}

function viewOf(config: Config, release: ReleaseId): ConfigView {
  const handlers = (target: string) =>
    config.events.filter((event) => event.target === target && event.body !== "");
  return {
    targets: config.targets.map(({ name, type, endian, coreId, dap, chainPosition, workArea }) => ({
      name,
      type,
      endian,
      coreid: coreId,
      dap,
      chainPosition,
      workArea,
      events: Object.fromEntries(handlers(name).map((event) => [event.name, event.body])),
    })),
    daps: config.daps.map(({ name }) => name),
    taps: config.taps.map(({ name }) => name),
    flashBanks: config.flashBanks.map(({ name, driver, base, size, busWidth, chipWidth, target }) => ({
      name,
      driver,
      base,
      size,
      busWidth,
      chipWidth,
      target,
    })),
    procs: Object.fromEntries(
      config.procs.map(({ name, args, body }) => [
        name,
        { args, body, replaced: has(COMMANDS, name, release) },
      ]),
    ),
    variables: config.variables,
  };
}
