import { loadConfig } from "../openocd/load.ts";
import { UsageError } from "./errors.ts";
import { ExitCode } from "./exit-codes.ts";
import { checkShared, type SharedOptions } from "./inputs.ts";
import { configJson } from "./inspect-json.ts";
import { configText } from "./inspect-text.ts";
import { jsonText } from "./report-json.ts";
import { type Work, workFor } from "./work.ts";

export type InspectOptions = SharedOptions;

/** `l5cfg-fix inspect FILE`: prints the model of one config under one transport. */
export async function inspect(file: string, options: InspectOptions): Promise<number> {
  checkShared(options);
  const [transport, second] = options.transport;
  if (second !== undefined) throw new UsageError("inspect takes one --transport");
  const work = await workFor(file, options);
  const { job, scope, fs } = work;
  const { searchPaths, openocd, variables = {} } = job;
  const given = { searchPaths, openocd, variables, fs, ...(transport !== undefined && { transport }) };
  const config = await loadConfig(onlyConfig(work), given);
  console.log(options.format === "json" ? jsonText(configJson(config)) : configText(config, scope));
  return config.problems.length > 0 ? ExitCode.Findings : ExitCode.Ok;
}

function onlyConfig({ path, job: { configs } }: Work): string {
  const [config] = configs;
  if (config === undefined || configs.length > 1) {
    throw new UsageError(`${path} holds ${configs.length} configs; inspect takes one, such as ${config}`);
  }
  return config;
}
