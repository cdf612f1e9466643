import { resolve } from "node:path";
import type { Project } from "../install/project.ts";
import { loadConfigSync } from "../openocd/load.ts";
import type { Config } from "../openocd/model.ts";
import { overlayName } from "./overlay-name.ts";

/** The configs that patched files change, as `find` takes them. */
export interface AffectedConfigs {
  /** Those that are patched themselves, then those that source something patched. */
  targets: string[];
  /** Those of them that choose adapter and transport themselves. */
  boards: string[];
}

/**
 * Tells which configs of a scope patched files change, by running each. Those that needed the most fixing come first.
 * A scope of one config is about that one.
 */
export function affectedConfigs(
  scope: Project,
  files: readonly { path: string; edits?: readonly unknown[] }[],
  transports: readonly string[],
): AffectedConfigs {
  const patched = new Set(files.map(({ path }) => resolve(path)));
  const own: string[] = [];
  const sourcing: string[] = [];
  const boards: string[] = [];
  for (const path of scope.configs) {
    const alone = load(path, scope);
    const isBoard = alone.adapter !== "";
    const isAffected =
      scope.configs.length === 1 ||
      reads(alone, patched) ||
      (!isBoard && transports.some((transport) => reads(load(path, scope, transport), patched)));
    if (!isAffected) continue;
    const name = overlayName(path, scope);
    (patched.has(path) ? own : sourcing).push(name);
    if (isBoard) boards.push(name);
  }
  const edits = new Map(files.map(({ path, edits }) => [overlayName(path, scope), edits?.length ?? 0]));
  own.sort((a, b) => (edits.get(b) ?? 0) - (edits.get(a) ?? 0));
  return { targets: [...own, ...sourcing], boards };
}

function load(path: string, { searchPaths, openocd }: Project, transport?: string): Config {
  const options = { searchPaths, openocd: openocd.version, lenient: true };
  return loadConfigSync(path, transport === undefined ? options : { ...options, transport });
}

function reads({ sources }: Config, patched: ReadonlySet<string>): boolean {
  return sources.some(({ path }) => patched.has(resolve(path)));
}
