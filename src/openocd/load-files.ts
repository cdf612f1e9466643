import { diskOf } from "../files/disk-of.ts";
import type { FileSystem } from "../files/file-system.ts";
import type { Config } from "./model.ts";
import { type LoadOptions, runConfig } from "./run-config.ts";

/** What a config is run with, and where it is read. */
export interface FileLoadOptions extends LoadOptions {
  fs: FileSystem;
}

/**
 * Runs a config as OpenOCD would to the end of its configuration stage, harmlessly, and reports what it makes. Never
 * throws on what a config holds: what OpenOCD would refuse is in `problems`. Throws L5cfgFixError for a version that
 * cannot be read.
 *
 * @example
 * ```ts
 * import { loadConfig } from "l5cfg-fix/core";
 *
 * const fs = { read: () => "adapter speed fast", kind: () => "file" as const };
 * const { problems } = await loadConfig("board.cfg", { fs });
 * console.log(problems[0]?.message); // prints Invalid command argument: khz option value ('fast') is not valid
 * ```
 */
export async function loadConfig(file: string, options: FileLoadOptions): Promise<Config> {
  return loadConfigSync(file, options);
}

/**
 * {@link loadConfig} for callers that are not asynchronous.
 *
 * @example
 * ```ts
 * import { loadConfigSync, memoryFiles } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(new Map([["/board.cfg", "set CHIP stm32l5"]]));
 * console.log(loadConfigSync("/board.cfg", { fs }).variables.CHIP); // prints stm32l5
 * ```
 */
export function loadConfigSync(file: string, { fs, ...options }: FileLoadOptions): Config {
  return runConfig(file, diskOf(fs), options);
}
