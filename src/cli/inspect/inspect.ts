import { loadConfigSync } from "../../openocd/load.ts";
import type { Config } from "../../openocd/model.ts";
import { usualTransports } from "../../openocd/transport.ts";
import { jsonText } from "../../report/json.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { checkShared, type SharedOptions } from "../paths/inputs.ts";
import { type Work, workFor } from "../paths/work.ts";
import { configJson } from "./json.ts";
import { configText } from "./text.ts";

export interface InspectOptions extends SharedOptions {
  format: "text" | "json";
}

/** `l5cfg-fix inspect FILE`: prints the model of one config under one transport. */
export async function inspect(file: string, options: InspectOptions): Promise<number> {
  checkShared(options);
  const work = await workFor(file, options);
  const config = run(onlyConfig(work), work, options.transport[0]);
  console.log(options.format === "json" ? jsonText(configJson(config)) : configText(config, work.scope));
  return config.problems.length > 0 ? ExitCode.Findings : ExitCode.Ok;
}

/** A config that chooses no adapter waits for one; where no transport is given it is run under the usual one. */
function run(file: string, { job, fs }: Work, transport: string | undefined): Config {
  const { searchPaths, openocd, variables = {} } = job;
  const options = { searchPaths, openocd, variables, fs };
  if (transport !== undefined) return loadConfigSync(file, { ...options, transport });
  const config = loadConfigSync(file, options);
  return config.adapter === "" ? loadConfigSync(file, { ...options, transport: usualTransports[0] }) : config;
}

function onlyConfig({ path, job: { configs } }: Work): string {
  const [config] = configs;
  if (config === undefined || configs.length > 1) {
    throw new UsageError(`${path} holds ${configs.length} configs; inspect takes one, such as ${config}`);
  }
  return config;
}
