import type { Disk } from "../files/file-system.ts";
import { refuseForeignFiles } from "./foreign-files.ts";
import type { Manifest } from "./manifest.ts";
import { readManifest } from "./read-manifest.ts";

/**
 * The manifest of a folder that is to be used as an overlay; undefined where it has none. Throws ManifestError for a
 * manifest that cannot be understood, and where there are files in the folder that it does not name.
 */
export function readOverlay(folder: string, disk: Disk): Manifest | undefined {
  const manifest = readManifest(folder, disk);
  if (manifest !== undefined) refuseForeignFiles(folder, manifest, disk);
  return manifest;
}
