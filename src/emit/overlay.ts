/** Writing a folder of patched copies that OpenOCD takes for the originals when it is searched first. */

import { lstatSync, readdirSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import fs from "fs-extra";
import { type Manifest, manifestName, readManifest, staysInside } from "../install/manifest.ts";
import type { Scope } from "../install/scope.ts";
import { isScriptsFolder } from "../install/scripts-folder.ts";
import { OverlayError } from "./errors.ts";
import { buildManifest } from "./manifest.ts";
import { configName, openocdCfg } from "./openocd-cfg.ts";
import { overlayName } from "./overlay-name.ts";
import type { OverlayPlan } from "./plan.ts";

export type { OverlayPlan } from "./plan.ts";

/** An overlay on disk. */
export interface Overlay {
  /** Absolute. */
  folder: string;
  manifest: Manifest;
  /** What was written, absolute. */
  written: string[];
}

/**
 * Writes an overlay: the patched files under their own relative names, byte for byte, the manifest and `openocd.cfg`.
 * An overlay that is there already is brought up to date, and what it no longer needs is removed. Touches nothing
 * outside the folder. Throws OverlayError, before anything is written, for a folder that is not its own to fill, and
 * ScopeError for an overlay there whose manifest cannot be understood.
 */
export function writeOverlay(folder: string, plan: OverlayPlan): Overlay {
  const at = resolve(folder);
  refuseOriginals(at, plan.scope);
  const earlier = earlierOverlay(at);
  const manifest = buildManifest(plan);
  const files = new Map(
    plan.patch.files.map(({ path, after }) => [overlayName(path, plan.scope), Buffer.from(after, "latin1")]),
  );
  if (files.size < plan.patch.files.length)
    throw new OverlayError("two patched files would have the same name in an overlay");
  const before = new Set(earlier?.files.map(({ path }) => path));
  for (const name of files.keys()) refuseForeign(at, name, before.has(name));
  // First, so that a run that is cut short leaves a folder that the next one knows for its own.
  const all = new Map([[manifestName, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)], ...files]);
  all.set(configName, Buffer.from(openocdCfg(manifest)));
  for (const [name, bytes] of all) write(at, name, bytes);
  for (const name of before) if (!files.has(name)) remove(at, name);
  return { folder: at, manifest, written: [...all.keys()].map((name) => join(at, name)) };
}

/** No overlay lies in what it is to stand in front of. */
function refuseOriginals(at: string, { kind, location, root, plugin }: Scope): void {
  const folders = [
    ...(kind === "file" ? [] : [location]),
    ...(kind !== "file" || isScriptsFolder(root) ? [root] : []),
    ...(plugin ? [plugin.path] : []),
  ];
  for (const folder of folders) {
    if (isWithin(real(at), real(folder))) {
      throw new OverlayError(
        `the overlay ${at} would lie in ${folder}, which must stay as it is; choose another folder with -o`,
      );
    }
  }
}

function earlierOverlay(at: string): Manifest | undefined {
  const stat = lstatSync(at, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!fs.statSync(at, { throwIfNoEntry: false })?.isDirectory()) {
    throw new OverlayError(`${at} is not a folder; choose another with -o`);
  }
  const manifest = readManifest(at);
  if (manifest === undefined && readdirSync(at).length > 0) {
    throw new OverlayError(
      `${at} has files in it and is no overlay of l5cfg-fix; choose an empty folder with -o`,
    );
  }
  return manifest;
}

function refuseForeign(at: string, name: string, isOurs: boolean): void {
  if (!staysInside(name) || [manifestName, configName].includes(name)) {
    throw new OverlayError(`a patched file cannot be called ${name} in an overlay; use --diff for it`);
  }
  const parent = dirname(join(at, name));
  if (!isWithin(real(parent), real(at))) {
    throw new OverlayError(`${parent} leads out of the overlay; choose another folder with -o`);
  }
  if (!isOurs && fs.existsSync(join(at, name))) {
    throw new OverlayError(
      `${join(at, name)} is there already and was not written by l5cfg-fix; move it away`,
    );
  }
}

function write(at: string, name: string, bytes: Buffer): void {
  const path = join(at, name);
  // A link would lead to another file.
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(path);
  fs.outputFileSync(path, bytes);
}

function remove(at: string, name: string): void {
  const path = join(at, name);
  if (!isWithin(real(dirname(path)), real(at))) return;
  rmSync(path, { force: true });
  for (
    let folder = dirname(path);
    folder !== at && fs.existsSync(folder) && readdirSync(folder).length === 0;
  ) {
    rmdirSync(folder);
    folder = dirname(folder);
  }
}

/** A path without links, as far as it exists. */
function real(path: string): string {
  if (path === dirname(path)) return path;
  return fs.existsSync(path) ? realpathSync(path) : join(real(dirname(path)), basename(path));
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || staysInside(relative(folder, path));
}
