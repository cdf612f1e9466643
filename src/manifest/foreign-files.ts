/** Files in an overlay that its manifest does not name. OpenOCD would find them before those of the same name elsewhere. */

import type { Disk } from "../files/file-system.ts";
import { isLock } from "../files/is-lock.ts";
import { ManifestError } from "./errors.ts";
import { configName, type Manifest, manifestName } from "./manifest.ts";

/** What editors, systems and git put everywhere. */
const HARMLESS = [
  ".git",
  ".gitattributes",
  ".gitignore",
  ".gitkeep",
  ".DS_Store",
  "Thumbs.db",
  "desktop.ini",
];

/** What this program writes beside the files that it names. */
const OWN_ENDINGS = /\.l5cfg-fix-(?:new|changed(?:-\d+)?)$/;

/** More than these are not looked for: the overlay is refused anyway. */
const MOST = 1000;

/** Throws ManifestError where an overlay has files in it that its manifest does not name. */
export function refuseForeignFiles(folder: string, manifest: Manifest, disk: Disk): void {
  const foreign = foreignFiles(folder, manifest, disk);
  if (foreign.length === 0) return;
  const shown = foreign.slice(0, 5).join(", ");
  const more = foreign.length > 5 ? ` and ${foreign.length - 5} more` : "";
  throw new ManifestError(
    `the overlay ${folder} has files in it that its ${manifestName} does not name, and OpenOCD would find them first: ${shown}${more}; remove them, or write the overlay again in another folder with -o`,
  );
}

/** The names of those files, with forward slashes. Links are not followed: one is a file of its own. */
export function foreignFiles(folder: string, { files }: Manifest, disk: Disk): string[] {
  const own = new Set([manifestName, configName, ...files.map(({ path }) => path)]);
  const foreign: string[] = [];
  const folders = [""];
  for (const prefix of folders) {
    for (const name of disk.list(disk.path.join(folder, prefix))) {
      if (foreign.length === MOST || HARMLESS.includes(name) || OWN_ENDINGS.test(name)) continue;
      if (prefix === "" && isLock(name)) continue;
      const path = disk.path.join(folder, prefix, name);
      if (disk.kind(path) === "folder" && !disk.isLink(path)) folders.push(`${prefix}${name}/`);
      else if (!own.has(prefix + name)) foreign.push(prefix + name);
    }
  }
  return foreign;
}
