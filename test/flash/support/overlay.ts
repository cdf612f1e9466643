import { join } from "node:path";
import { check } from "../../../src/check/api.ts";
import { fixJob } from "../../../src/check/fix.ts";
import { diskFiles } from "../../../src/files/disk-files.ts";
import type { ProjectOptions } from "../../../src/install/project.ts";
import { projectAt } from "../../../src/install/project-at.ts";
import { writeOverlay } from "../../../src/overlay/write-overlay.ts";
import { folderWith } from "../../install/fixtures.ts";
import { fixtures, scripts } from "../../support/fixtures.ts";

/** STM32CubeIDE's config for the STM32L5, which flashes only when it is fixed. */
export const l5: string = join(scripts, "target/stm32l5x.cfg");

/** The seed's own config, a board of the user's. */
export const seed: string = join(fixtures, "seed/openocd_interface_target_stlink.cfg");

/** An overlay with what a path needs to flash with OpenOCD 0.12.0; answers its folder. */
export function overlayFor(path: string, options: ProjectOptions = {}): string {
  const scope = projectAt(path, { openocd: "0.12.0", ...options });
  const { configs, searchPaths, openocd } = scope;
  const patch = fixJob({ configs, searchPaths, openocd: openocd.version, variables: {} }, { fs: diskFiles });
  return writeOverlay(join(folderWith(), "overlay"), { scope, patch, runs: check(scope).runs }).folder;
}
