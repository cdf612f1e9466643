import { diskFiles } from "../files/disk-files.ts";
import * as files from "./load-files.ts";
import type { Config } from "./model.ts";
import type { LoadOptions } from "./run-config.ts";

export type { LoadOptions } from "./run-config.ts";

/**
 * Runs a config as OpenOCD would, to the end of its configuration stage, without side effects, and returns the resulting
 * model. Never throws because of a config's content: `problems` lists what OpenOCD would refuse. Throws L5cfgFixError for a version that
 * cannot be read.
 *
 * @example
 * ```ts
 * import { loadConfig } from "l5cfg-fix";
 *
 * const plugin = "com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208";
 * const scripts = `fixtures/stm32cubeide_1.4.0/plugins/${plugin}/resources/openocd/st_scripts`;
 * const config = await loadConfig("target/stm32g0x.cfg", {
 *   searchPaths: [scripts],
 *   transport: "hla_swd",
 *   openocd: "0.10.0+dev-g30d1303",
 * });
 * console.log(config.targets[0]?.workArea); // prints { phys: 536870912, virt: 0, size: 8192, backup: false }
 * ```
 */
export async function loadConfig(file: string, options: LoadOptions = {}): Promise<Config> {
  return loadConfigSync(file, options);
}

/**
 * {@link loadConfig} for callers that are not asynchronous.
 *
 * @example
 * ```ts
 * import { loadConfigSync } from "l5cfg-fix";
 *
 * const fs = { read: () => "adapter speed fast", kind: () => "file" as const };
 * console.log(loadConfigSync("board.cfg", { fs }).problems[0]?.message);
 * // prints Invalid command argument: khz option value ('fast') is not valid
 * ```
 */
export function loadConfigSync(file: string, options: LoadOptions = {}): Config {
  const { fs = diskFiles } = options;
  return files.loadConfigSync(file, { ...options, fs });
}
