import type { FileSystem } from "../files/file-system.ts";
import { successorOfScript } from "./data/script-renames.ts";

/**
 * Names that a name which cannot be found may have meant: those that differ from it only in upper and lower case, or the
 * script that took its place. Each is spelt as OpenOCD finds it from one of the folders, and only once.
 */
export function similarFiles(name: string, folders: readonly string[], files: FileSystem): string[] {
  const successor = successorOfScript(name);
  const found = new Set<string>();
  for (const folder of folders) {
    for (const path of matching(folder, parts(name), files)) found.add(path);
    if (successor !== undefined && files.kind(`${folder}/${successor}`) === "file") found.add(successor);
  }
  return [...found];
}

function parts(name: string): string[] {
  return name.split(/[\\/]+/).filter((part) => part !== "");
}

/** The files below a folder whose path is this one but for the case of letters. */
function matching(folder: string, [part, ...rest]: readonly string[], files: FileSystem): string[] {
  if (part === undefined) return [];
  const alike = (files.list?.(folder) ?? []).filter((entry) => entry.toLowerCase() === part.toLowerCase());
  // Going up has no case.
  const entries = part === ".." ? [part] : alike;
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry}`;
    if (rest.length === 0) return files.kind(path) === "file" ? [entry] : [];
    return matching(path, rest, files).map((below) => `${entry}/${below}`);
  });
}
