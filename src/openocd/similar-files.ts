import type { FileSystem } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";
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

/** No file has a path of more parts: the longest that a system takes has 4096 bytes. */
const MOST_PARTS = 256;

/** At most so many names that differ only in upper and lower case: a longer list does not help. */
const MOST_ALIKE = 16;

/** The files below a folder whose path is this one but for the case of letters. */
function matching(folder: string, steps: readonly string[], files: FileSystem): string[] {
  if (steps.length === 0 || steps.length > MOST_PARTS) return [];
  let found = [""];
  for (const step of steps) found = stepsAlike(folder, found, step, files);
  return found.filter((name) => files.kind(`${folder}/${name}`) === "file");
}

/** Where a step leads from some places below a folder: each place once, by the first name that leads to it. */
function stepsAlike(folder: string, from: readonly string[], step: string, files: FileSystem): string[] {
  const { normalize } = files.path ?? posixPath;
  const byPlace = new Map<string, string>();
  for (const name of from) {
    const at = name === "" ? folder : `${folder}/${name}`;
    // Going up has no case.
    const entries = step === ".." || step === "." ? [step] : (files.list?.(at) ?? []);
    for (const entry of entries.filter((one) => one.toLowerCase() === step.toLowerCase())) {
      const path = name === "" ? entry : `${name}/${entry}`;
      const place = normalize(path);
      if (byPlace.size < MOST_ALIKE && !byPlace.has(place)) byPlace.set(place, path);
    }
  }
  return [...byPlace.values()];
}
