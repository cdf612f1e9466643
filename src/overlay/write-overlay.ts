/** Writing a folder of patched copies that OpenOCD takes for the originals when it is searched first. */

import { join, resolve } from "node:path";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { fileNameBytes } from "../files/file-names.ts";
import { type LockOptions, withLock } from "../files/lock.ts";
import { wrapOsErrors } from "../files/os-errors.ts";
import { lexists } from "../files/stat.ts";
import { configName, type Manifest, manifestName } from "../manifest/manifest.ts";
import { buildManifest } from "./build-manifest.ts";
import { OverlayError } from "./errors.ts";
import { exchangeFiles, putAside, removeFile, tryTo } from "./exchange-files.ts";
import { openocdCfg } from "./openocd-cfg.ts";
import { earlierOverlay, entriesOf, refuseName, refuseOriginals } from "./overlay-folder.ts";
import { overlayName } from "./overlay-name.ts";
import type { OverlayPlan } from "./overlay-plan.ts";
import { withOwnConfig } from "./own-config.ts";

export type { OverlayPlan } from "./overlay-plan.ts";

/** An overlay on disk. */
export interface Overlay {
  /** Absolute. */
  folder: string;
  manifest: Manifest;
  /** What was written, absolute. */
  written: string[];
  /** Where patched copies went that a person had changed, absolute. */
  asides: string[];
}

/**
 * Writes an overlay: the patched files under their own relative names, byte for byte, the manifest and `openocd.cfg`.
 * An overlay that is there already is brought up to date, and what it no longer needs is removed; a copy that a person
 * changed is kept beside the new one. Touches nothing outside the folder. Throws OverlayError, before anything is
 * written, for a folder that is not its own to fill, ManifestError for an overlay there whose manifest cannot be
 * understood, and WriteError when it cannot be written, or another l5cfg-fix is at it for too long.
 */
export function writeOverlay(folder: string, plan: OverlayPlan, options: LockOptions = {}): Overlay {
  const { disk = diskWriter } = options;
  const at = resolve(folder);
  return attempt(at, () => {
    refuseOriginals(at, plan.scope);
    earlierOverlay(at, false);
    const isNew = !lexists(at);
    try {
      disk.makeFolder(at);
      return withLock([at], () => fill(at, withOwnConfig(plan), disk), options);
    } finally {
      // One in which nothing could be written.
      if (isNew && entriesOf(at).length === 0) tryTo(() => disk.removeFolder(at));
    }
  });
}

/** Removes what an overlay is made of, and its folder when nothing else is in it. Throws as `writeOverlay` does. */
export function removeOverlay(folder: string, options: LockOptions = {}): { asides: string[] } {
  const { disk = diskWriter } = options;
  const at = resolve(folder);
  const asides = withLock(
    [at],
    () => {
      const files = earlierOverlay(at, true)?.files ?? [];
      const kept = attempt(at, () => putAside(at, files, new Map(), disk));
      attempt(at, () => {
        for (const { path } of files) removeFile(at, path, disk);
        // The manifest last: until then the folder is known for an overlay.
        for (const name of [configName, manifestName]) disk.remove(join(at, name));
      });
      return kept;
    },
    options,
  );
  if (entriesOf(at).length === 0) tryTo(() => disk.removeFolder(at));
  return { asides };
}

function fill(at: string, plan: OverlayPlan, disk: DiskWriter): Overlay {
  const known = earlierOverlay(at, true);
  const earlier = known?.files ?? [];
  const manifest = buildManifest(plan);
  const files = new Map(
    plan.patch.files.map(({ path, after }) => [overlayName(path, plan.scope), Buffer.from(after, "latin1")]),
  );
  if (files.size < plan.patch.files.length)
    throw new OverlayError("two patched files would have the same name in an overlay");
  for (const name of files.keys()) refuseName(at, name);
  // First, so that a run that is cut short leaves a folder that the next one knows for its own.
  const all = new Map([[manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)], ...files]);
  all.set(configName, Buffer.from(fileNameBytes(openocdCfg(manifest)), "latin1"));
  const asides = exchangeFiles(at, all, known && earlier, disk);
  return { folder: at, manifest, written: [...all.keys()].map((name) => join(at, name)), asides };
}

function attempt<T>(at: string, action: () => T): T {
  return wrapOsErrors(`the overlay ${at} was not written`, action);
}
