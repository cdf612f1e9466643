import { join, resolve } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { configName, manifestName, usualFolder } from "../manifest/manifest.ts";
import { readOverlay } from "../manifest/read-overlay.ts";
import { targetName } from "../overlay/openocd-cfg.ts";
import type { OverlayAt } from "../overlay/openocd-command.ts";
import { FlashError } from "./errors.ts";

/**
 * Finds the overlay to flash with: the given folder, else `l5cfg-fix-overlay` in the working directory, else the
 * working directory itself. Throws FlashError where there is none, ManifestError where its manifest cannot be read.
 */
export function openOverlay(given?: string): OverlayAt {
  const folders = given === undefined ? [usualFolder, "."] : [given];
  for (const name of folders) {
    const folder = resolve(name);
    const manifest = readOverlay(folder, diskFiles);
    if (manifest === undefined) continue;
    if (diskFiles.kind(join(folder, configName)) !== "file") {
      throw new FlashError(`${folder} has lost its ${configName}; write the overlay again with l5cfg-fix`);
    }
    return { folder, manifest };
  }
  const where = given === undefined ? `no overlay in ${resolve(usualFolder)}` : `${given} is no overlay`;
  throw new FlashError(
    `${where}: it has no ${manifestName}. Make one with \`npx l5cfg-fix INSTALL\`, INSTALL being the folder of STM32CubeIDE or of OpenOCD's scripts, or name one with --overlay`,
  );
}

/** The config for a target's name, as the manifest lists it; undefined for a target that is not patched. */
export function scriptOf({ manifest }: OverlayAt, target: string): string | undefined {
  return manifest.targets.find((script) => script === target || targetName(script) === target);
}
