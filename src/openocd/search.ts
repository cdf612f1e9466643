import type { FileSystem, PathRules } from "../files/file-system.ts";

/** Files with the spelling of their paths. */
export type Files = FileSystem & { readonly path: PathRules };

/**
 * Looks a file up as OpenOCD does: first the name as it is written, then in each search folder in turn
 * (OpenOCD 0.12.0, src/helper/configuration.c, find_file). The answer is spelt as OpenOCD spells it.
 */
export function findFile(
  name: string,
  searchPaths: readonly string[],
  cwd: string,
  files: Files,
): string | undefined {
  if (exists(name, cwd, files)) return name;
  // An absolute name is appended to the folders all the same.
  for (const folder of searchPaths) {
    const path = `${folder}/${name}`;
    if (exists(path, cwd, files)) return path;
  }
  return undefined;
}

function exists(path: string, cwd: string, files: Files): boolean {
  return path !== "" && files.kind(resolveIn(cwd, path, files)) !== undefined;
}

/** A path as the operating system would take it in a working directory. */
export function resolveIn(cwd: string, path: string, files: Files): string {
  const { isAbsolute, join, normalize } = files.path;
  return isAbsolute(path) ? normalize(path) : join(cwd, path);
}
