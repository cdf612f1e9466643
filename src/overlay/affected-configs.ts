import { resolve } from "node:path";
import type { RunResult } from "../check/result.ts";
import type { Project } from "../install/project.ts";
import { overlayName } from "./overlay-name.ts";

/** The configs that patched files change, as `find` takes them. */
export interface AffectedConfigs {
  /** Those that are patched themselves, then those that source something patched. */
  targets: string[];
  /** Those of them that choose adapter and transport themselves. */
  boards: string[];
}

/**
 * Which configs of a project patched files change, by what each read when it was run. Those that needed the most fixing
 * come first. A project of one config is about that one.
 */
export function affectedConfigs(
  project: Project,
  files: readonly { path: string; edits?: readonly unknown[] }[],
  runs: readonly Pick<RunResult, "config" | "choosesAdapter" | "read">[],
): AffectedConfigs {
  const patched = new Set(files.map(({ path }) => resolve(path)));
  const own: string[] = [];
  const sourcing: string[] = [];
  const boards: string[] = [];
  for (const path of project.configs) {
    const its = runs.filter(({ config }) => resolve(config) === resolve(path));
    const isAffected =
      project.configs.length === 1 || its.some(({ read }) => read.some((file) => patched.has(resolve(file))));
    if (!isAffected) continue;
    const name = overlayName(path, project);
    (patched.has(path) ? own : sourcing).push(name);
    if (its.some(({ choosesAdapter }) => choosesAdapter)) boards.push(name);
  }
  const edits = new Map(files.map(({ path, edits }) => [overlayName(path, project), edits?.length ?? 0]));
  own.sort((a, b) => (edits.get(b) ?? 0) - (edits.get(a) ?? 0));
  return { targets: [...own, ...sourcing], boards };
}
