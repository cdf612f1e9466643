import nodePath from "node:path";
import type { FileSystem } from "../files/file-system.ts";

/**
 * Looks a file up as OpenOCD does: the name as it stands first, then in each search folder in turn
 * (OpenOCD 0.12.0, src/helper/configuration.c, find_file). The answer is spelt as OpenOCD spells it.
 */
export function findFile(
  name: string,
  searchPaths: readonly string[],
  cwd: string,
  files: FileSystem,
): string | undefined {
  if (exists(name, cwd, files)) return name;
  // An absolute name is appended to the folders all the same.
  for (const folder of searchPaths) {
    const path = `${folder}/${name}`;
    if (exists(path, cwd, files)) return path;
  }
  return undefined;
}

function exists(path: string, cwd: string, files: FileSystem): boolean {
  return path !== "" && files.kind(resolveIn(cwd, path, files)) !== undefined;
}

/** A path as the operating system would take it in a working directory. */
export function resolveIn(cwd: string, path: string, files: FileSystem): string {
  const { isAbsolute, join, normalize } = files.path ?? nodePath;
  return isAbsolute(path) ? normalize(path) : join(cwd, path);
}
