import { diskFiles } from "../../../files/disk-files.ts";
import type { FileSystem } from "../../../files/file-system.ts";
import type { Model } from "../../model/models.ts";
import { type Candidate, plain } from "./items.ts";

/** Scripts are no deeper in a search folder, and no more of them are offered. */
const DEEPEST = 4;
const MOST = 4000;

const known = new WeakMap<Model["project"], Candidate[]>();

/** The scripts that `find` finds, by the names that it takes. */
export function scriptNames({ project, cwd }: Model): Candidate[] {
  const before = known.get(project);
  if (before !== undefined) return before;
  const names = new Set<string>();
  for (const folder of [...project.searchPaths, cwd]) add(folder, "", names, diskFiles, 0);
  const candidates = plain([...names].sort(), "script");
  known.set(project, candidates);
  return candidates;
}

function add(folder: string, prefix: string, names: Set<string>, fs: FileSystem, depth: number): void {
  for (const name of fs.list?.(folder) ?? []) {
    if (names.size >= MOST || name.startsWith(".") || name === "node_modules") continue;
    const path = `${folder}/${name}`;
    if (/\.(cfg|tcl)$/.test(name)) names.add(prefix + name);
    else if (depth < DEEPEST && !name.includes(".") && fs.kind(path) === "folder")
      add(path, `${prefix}${name}/`, names, fs, depth + 1);
  }
}
