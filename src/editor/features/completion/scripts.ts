import { diskFiles } from "../../../files/disk-files.ts";
import type { FileSystem } from "../../../files/file-system.ts";
import type { Model } from "../../model/models.ts";
import { type Candidate, plain } from "./items.ts";

/** Scripts are no deeper in a search folder; of more folders, and of more scripts, the rest is not offered. */
const DEEPEST = 4;
const MOST_FOLDERS = 500;
const MOST = 4000;

const known = new WeakMap<Model["project"], Candidate[]>();

/** The scripts that `find` finds, by the names that it takes. */
export function scriptNames({ project, cwd }: Model): Candidate[] {
  const before = known.get(project);
  if (before !== undefined) return before;
  const names = new Set([...project.searchPaths, cwd].flatMap((folder) => namesBelow(folder, diskFiles)));
  const candidates = plain([...names].sort(), "script");
  known.set(project, candidates);
  return candidates;
}

/** The nearer ones first, so that a huge folder costs only what is deep in it. */
function namesBelow(folder: string, fs: FileSystem): string[] {
  const found: string[] = [];
  const folders = [""];
  for (let i = 0; i < folders.length && i < MOST_FOLDERS && found.length < MOST; i++) {
    const prefix = folders[i]!;
    for (const name of fs.list?.(`${folder}/${prefix}`) ?? []) {
      if (/\.(cfg|tcl)$/.test(name)) found.push(prefix + name);
      else if (isFolder(name, `${folder}/${prefix}${name}`, fs) && prefix.split("/").length <= DEEPEST)
        folders.push(`${prefix}${name}/`);
    }
  }
  return found;
}

function isFolder(name: string, path: string, fs: FileSystem): boolean {
  return !name.includes(".") && name !== "node_modules" && fs.kind(path) === "folder";
}
