import { loadConfigSync } from "../../openocd/load.ts";
import type { Config } from "../../openocd/model.ts";
import { usualTransports } from "../../openocd/transport.ts";
import { modelReport, withStdinName } from "../../report/json.ts";
import { configJson } from "../../report/model/model-json.ts";
import { configText } from "../../report/model/model-text.ts";
import { Deadline } from "../../tcl/limits.ts";
import { ExitCode } from "../exit-codes.ts";
import { checkedRunOptions, type RunOptions } from "../input/run-options.ts";
import { type Work, workFor } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";

export interface InspectOptions extends RunOptions {
  format: "text" | "json";
}

/** `l5cfg-fix inspect FILE`: prints the model of one config under one transport. */
export async function inspect(terminal: Terminal, file: string, given: InspectOptions): Promise<number> {
  const options = checkedRunOptions(given, terminal.cwd);
  const work = await workFor(terminal, file, options);
  const config = run(onlyConfig(work), work, options.transport[0]);
  if (options.format === "json") terminal.write(modelReport(withStdinName(configJson(config), work.project)));
  else terminal.print(configText(config, work.project, terminal.cwd));
  return config.problems.length > 0 ? ExitCode.Findings : ExitCode.Ok;
}

/** A config that chooses no adapter waits for one; where no transport is given it is run under the usual one. */
function run(file: string, { project, options: how }: Work, transport: string | undefined): Config {
  const { searchPaths, openocd } = project;
  const { variables = {}, fs } = how;
  const { version, facts } = openocd;
  const deadline = new Deadline();
  const options = { searchPaths, openocd: version, facts, variables, fs, deadline };
  if (transport !== undefined) return loadConfigSync(file, { ...options, transport });
  const config = loadConfigSync(file, options);
  return config.adapter === "" ? loadConfigSync(file, { ...options, transport: usualTransports[0] }) : config;
}

function onlyConfig({ project: { path, configs } }: Work): string {
  const [config] = configs;
  if (config === undefined || configs.length > 1) {
    throw new UsageError(`${path} holds ${configs.length} configs; inspect takes one, such as ${config}`);
  }
  return config;
}
