/** Writing a folder of patched copies that OpenOCD takes for the originals when it is searched first. */

import { dirname, join, resolve } from "node:path";
import { changedCopyName } from "../files/changed-copy-name.ts";
import { diskFiles, namesIn } from "../files/disk-files.ts";
import { type DiskWriter, diskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { fileNameBytes } from "../files/file-names.ts";
import { hashOf, sha256 } from "../files/hash.ts";
import { type LockOptions, withLock } from "../files/lock.ts";
import { isLock } from "../files/lock-name.ts";
import { adviceFor, reasonOf, wrapOsErrors } from "../files/os-errors.ts";
import { isWithin, staysInside } from "../files/paths.ts";
import { freshName, replaceFile } from "../files/replace-file.ts";
import { lexists, realpath } from "../files/stat.ts";
import type { Project } from "../install/project.ts";
import { isScriptsFolder } from "../install/scripts-folder.ts";
import { foreignFiles } from "../manifest/foreign-files.ts";
import { configName, type Manifest, manifestName } from "../manifest/manifest.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import { buildManifest } from "./build-manifest.ts";
import { OverlayError } from "./errors.ts";
import { openocdCfg } from "./openocd-cfg.ts";
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
        for (const { path } of files) remove(at, path, disk);
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
  const asides = exchange(at, all, known && earlier, disk);
  return { folder: at, manifest, written: [...all.keys()].map((name) => join(at, name)), asides };
}

/** Writes everything beside what it is to replace, and only when all is there puts it in place. */
function exchange(
  at: string,
  all: ReadonlyMap<string, Buffer>,
  known: Manifest["files"] | undefined,
  disk: DiskWriter,
): string[] {
  const earlier = known ?? [];
  const paths = [...all.keys()].map((name) => join(at, name));
  try {
    // Before anything else in a new overlay: one that is cut short is known for an overlay, then.
    if (known === undefined) replaceFile(join(at, manifestName), all.get(manifestName)!, disk);
    for (const [name, bytes] of all) stage(join(at, name), bytes, disk);
  } catch (error) {
    for (const path of paths) tryTo(() => disk.remove(freshName(path)));
    if (known === undefined) tryTo(() => discard(at, all.keys(), disk));
    throw new WriteError(`${reasonOf(error)}; nothing was changed in the overlay ${at}${adviceFor(error)}`);
  }
  try {
    const asides = putAside(at, earlier, all, disk);
    for (const { path } of earlier) if (!all.has(path)) remove(at, path, disk);
    for (const path of paths) disk.rename(freshName(path), path);
    for (const folder of new Set(paths.map((path) => dirname(path)))) disk.sync(folder);
    return asides;
  } catch (error) {
    for (const path of paths) tryTo(() => disk.remove(freshName(path)));
    throw new WriteError(
      `${reasonOf(error)}; the overlay ${at} is written in part only: run l5cfg-fix again before you flash with it. No original was touched`,
    );
  }
}

/** Leaves nothing of an overlay that could not be begun. */
function discard(at: string, names: Iterable<string>, disk: DiskWriter): void {
  for (const name of names) remove(at, name, disk);
}

function stage(path: string, bytes: Buffer, disk: DiskWriter): void {
  disk.makeFolder(dirname(path));
  // One that a killed run left.
  disk.remove(freshName(path));
  disk.create(freshName(path), bytes);
}

/** Moves copies aside that are neither as they were written nor as they are to be. */
function putAside(
  at: string,
  earlier: Manifest["files"],
  all: ReadonlyMap<string, Buffer>,
  disk: DiskWriter,
): string[] {
  return earlier.flatMap(({ path: name, patchedSha256 }) => {
    const path = join(at, name);
    const hash = isInside(at, path) ? hashOf(path) : undefined;
    const next = all.get(name);
    if (hash === undefined || hash === patchedSha256 || (next && hash === sha256(next))) return [];
    const aside = changedCopyName(path);
    disk.rename(path, aside);
    return aside;
  });
}

/** No overlay lies in what it is to stand in front of. */
function refuseOriginals(at: string, { kind, location, root, plugin }: Project): void {
  const folders = [
    ...(kind === "file" ? [] : [location]),
    ...(kind !== "file" || isScriptsFolder(root) ? [root] : []),
    ...(plugin ? [plugin.path] : []),
  ];
  for (const folder of folders) {
    if (isWithin(realpath(at), realpath(folder))) {
      throw new OverlayError(
        `the overlay ${at} would lie in ${folder}, which must stay as it is; choose another folder with -o`,
      );
    }
  }
}

function earlierOverlay(at: string, isLocked: boolean): Manifest | undefined {
  if (!lexists(at)) return undefined;
  if (diskFiles.kind(at) !== "folder") {
    throw new OverlayError(`${at} is not a folder; choose another with -o`);
  }
  // Names first: whoever was at work in between has written a manifest by now, and is judged when the lock is ours.
  const names = entriesOf(at);
  const manifest = readManifest(at);
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

function refuseName(at: string, name: string): void {
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

function remove(at: string, name: string, disk: DiskWriter): void {
  const path = join(at, name);
  if (!isInside(at, path)) return;
  disk.remove(path);
  for (
    let folder = dirname(path);
    folder !== at && entriesOf(folder).length === 0;
    folder = dirname(folder)
  ) {
    if (lexists(folder)) disk.removeFolder(folder);
  }
}

/** Whether the folder of a path is one of the overlay's own: no link leads out of it. */
function isInside(at: string, path: string): boolean {
  return isWithin(realpath(dirname(path)), realpath(at));
}

/** What the locks and a run that was killed at its very beginning leave. */
function isLeftover(name: string): boolean {
  return isLock(name) || name === freshName(manifestName);
}

function entriesOf(folder: string): string[] {
  return lexists(folder) ? namesIn(folder) : [];
}

function attempt<T>(at: string, action: () => T): T {
  return wrapOsErrors(`the overlay ${at} was not written`, action);
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // What is to be said of it was said.
  }
}
