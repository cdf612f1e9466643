import { resolve } from "node:path";
import { scopeOf } from "../install/scope.ts";
import { loadConfig } from "../openocd/load.ts";
import type { Config } from "../openocd/model.ts";
import { UsageError } from "./errors.ts";
import { readable } from "./excerpt.ts";
import { ExitCode } from "./exit-codes.ts";
import { checkShared, type SharedOptions, variablesOf } from "./inputs.ts";

export type InspectOptions = SharedOptions;

/** `l5cfg-fix inspect FILE`: prints the model of one config under one transport. */
export async function inspect(file: string, options: InspectOptions): Promise<number> {
  checkShared(options);
  if (options.transport.length > 1) throw new UsageError("inspect takes one --transport");
  const scope = scopeOf(file, { searchPaths: options.search, ...(options.openocd && { openocd: options.openocd }) });
  const path = scope.configs.length === 1 ? scope.configs[0]! : resolve(file);
  const [transport] = options.transport;
  const config = await loadConfig(path, {
    searchPaths: scope.searchPaths,
    openocd: scope.openocd.version,
    variables: variablesOf(options.set),
    ...(transport !== undefined && { transport }),
  });
  console.log(options.format === "json" ? JSON.stringify(asJson(config), null, 2) : asText(config));
  return config.problems.length > 0 ? ExitCode.Findings : ExitCode.Ok;
}

/** The model without the files' texts. */
function asJson(config: Config): object {
  const { sources, uses, variablesSetAt, ...rest } = config;
  return { ...rest, sources: sources.map(({ path, sourcedAt }) => ({ path, sourcedAt })) };
}

function asText(config: Config): string {
  const { transport, openocd, taps, daps, targets, flashBanks, events, procs, problems } = config;
  const lines = [`${config.file}  OpenOCD ${openocd}${transport === "" ? "" : `, ${transport}`}`];
  for (const tap of taps) lines.push(`tap     ${tap.name}`);
  for (const dap of daps) lines.push(`dap     ${dap.name} on ${dap.chainPosition}`);
  for (const target of targets) {
    const { phys, size, backup } = target.workArea;
    const area = size === 0 ? "no work area" : `work area ${hex(phys)}, ${size} bytes${backup ? ", backed up" : ""}`;
    lines.push(`target  ${target.name} ${target.type}, ${area}`);
  }
  for (const bank of flashBanks) lines.push(`bank    ${bank.name} ${bank.driver} at ${hex(bank.base)} of ${bank.target}`);
  for (const event of events) lines.push(`event   ${event.target} ${event.name} (line ${event.at.line})`);
  if (procs.length > 0) lines.push(`procs   ${procs.map((proc) => proc.name).join(" ")}`);
  for (const problem of problems) lines.push(`${problem.file}:${problem.line}: ${problem.message}`);
  return lines.map(readable).join("\n");
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, "0")}`;
}
