/** Whether an overlay is still up to date. */

import { dirname, join, relative } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { hashOf } from "../files/hash.ts";
import { exists, realpath } from "../files/stat.ts";
import { comparePluginVersions, debugPluginAround, debugPlugins, type Plugin } from "../install/plugins.ts";
import type { Making, Manifest } from "../manifest/manifest.ts";

/** One way in which an overlay and its originals have parted. Paths are absolute. */
export interface Stale {
  what: "original-changed" | "original-gone" | "copy-changed" | "copy-gone" | "plugin-newer";
  /** The original, the copy, or the newer plugin's folder. */
  file: string;
}

/** All that has changed since an overlay was written; nothing where it is as good as new. */
export function staleness(folder: string, { files, made }: Manifest): Stale[] {
  const newer = made && newerPlugin(made);
  return [
    ...files.flatMap(({ path, original, originalSha256, patchedSha256 }) => [
      ...compared(original, originalSha256, "original"),
      ...compared(join(folder, path), patchedSha256, "copy"),
    ]),
    ...(newer ? [{ what: "plugin-newer" as const, file: newer.path }] : []),
  ];
}

function compared(file: string, hash: string, kind: "original" | "copy"): Stale[] {
  const now = hashOf(realpath(file));
  if (now === hash) return [];
  return [{ what: now === undefined ? `${kind}-gone` : `${kind}-changed`, file }];
}

/** What to make an overlay from again: where a newer plugin replaced the one it was made for, from that. */
export function renewed(made: Making): Making {
  const newer = newerPlugin(made);
  if (newer === undefined) return made;
  const moved = (path: string) => {
    const plugin = debugPluginAround(path, diskFiles);
    if (plugin === undefined || plugin.path === newer.path) return path;
    const there = join(newer.path, relative(plugin.path, path));
    return exists(there) ? there : newer.path;
  };
  const { path, search, install } = made;
  return {
    ...made,
    path: moved(path),
    search: search.map(moved),
    ...(install !== undefined && { install: moved(install) }),
  };
}

/**
 * The plugin that took the place of the one an overlay was made for: its folder is gone, or it was the newest of its
 * install and is no longer. One that was older from the start was meant to be used.
 */
function newerPlugin({ path, plugin: used }: Making): Plugin | undefined {
  if (used === undefined) return undefined;
  const known = debugPluginAround(used.path, diskFiles);
  const [newest] = known === undefined ? [] : debugPlugins(dirname(known.path), diskFiles);
  if (known === undefined || newest === undefined) return undefined;
  const isReplaced = !exists(known.path) || (used.isNewest && exists(path));
  return isReplaced && comparePluginVersions(newest.version, known.version) > 0 ? newest : undefined;
}

/** The debug plugin of a scope, and whether it was the newest, for an overlay to remember. */
export function pluginInUse(plugin: Plugin | undefined): Making["plugin"] {
  if (plugin === undefined) return undefined;
  const [newest] = debugPlugins(dirname(plugin.path), diskFiles);
  return { path: plugin.path, isNewest: newest === undefined || newest.path === plugin.path };
}
