/** Which folders may be an overlay, and what is in one already. */

import { dirname, join } from "node:path";
import { diskFiles, namesIn } from "../files/disk-files.ts";
import { isLock } from "../files/is-lock.ts";
import { isWithin } from "../files/is-within.ts";
import { staysInside } from "../files/paths.ts";
import { freshName } from "../files/replace-file.ts";
import { lexists, realpath } from "../files/stat.ts";
import type { Project } from "../install/project.ts";
import { isScriptsFolder } from "../install/scripts-folder.ts";
import { foreignFiles } from "../manifest/foreign-files.ts";
import { configName, type Manifest, manifestName } from "../manifest/manifest.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import { OverlayError } from "./errors.ts";

/** An overlay must not be inside of what it is made for. */
export function refuseOriginals(at: string, { kind, location, root, plugin }: Project): void {
  const folders = [
    ...(kind === "file" ? [] : [location]),
    ...(kind !== "file" || isScriptsFolder(root, diskFiles) ? [root] : []),
    ...(plugin ? [plugin.path] : []),
  ];
  for (const folder of folders) {
    if (isWithin(realpath(at), realpath(folder))) {
      throw new OverlayError(
        `the overlay ${at} would be in ${folder}, which must stay as it is; choose another folder with -o`,
      );
    }
  }
}

export function earlierOverlay(at: string, isLocked: boolean): Manifest | undefined {
  if (!lexists(at)) return undefined;
  if (diskFiles.kind(at) !== "folder") {
    throw new OverlayError(`${at} is not a folder; choose another with -o`);
  }
  // Names first: a process that was at work in between has written a manifest by now, and is checked under the lock.
  const names = entriesOf(at);
  const manifest = readManifest(at, diskFiles);
  const isForeign = names.some((name) => !isLeftover(name)) && (isLocked || !names.some(isLock));
  if (manifest === undefined && isForeign) {
    throw new OverlayError(
      `${at} has files in it and is no overlay of l5cfg-fix; choose an empty folder with -o`,
    );
  }
  const foreign = manifest === undefined ? [] : foreignFiles(at, manifest, diskFiles);
  if (foreign.length > 0) {
    throw new OverlayError(
      `${at} has files in it that l5cfg-fix did not write, and OpenOCD would find them first: ${foreign.slice(0, 5).join(", ")}; move them away, or choose another folder with -o`,
    );
  }
  return manifest;
}

export function refuseName(at: string, name: string): void {
  if (!staysInside(name) || [manifestName, configName].includes(name.toLowerCase())) {
    throw new OverlayError(`a patched file cannot be called ${name} in an overlay; use --diff for it`);
  }
  const parent = dirname(join(at, name));
  if (!isInside(at, join(at, name))) {
    throw new OverlayError(`${parent} leads out of the overlay; choose another folder with -o`);
  }
  // Throws what the system says of a name that it would not take, before anything is written.
  lexists(join(at, name));
}

/** Whether the folder of a path is one of the overlay's own: no link leads out of it. */
export function isInside(at: string, path: string): boolean {
  return isWithin(realpath(dirname(path)), realpath(at));
}

/** What the locks and a run that was killed at its very beginning leave. */
function isLeftover(name: string): boolean {
  return isLock(name) || name === freshName(manifestName);
}

export function entriesOf(folder: string): string[] {
  return lexists(folder) ? namesIn(folder) : [];
}
