import type { FileSystem, PathRules } from "./file-system.ts";
import { posixPath } from "./posix-path.ts";

/**
 * Files in memory, by their names, and the folders that they are in. One file can be asked for by many spellings.
 *
 * @example
 * ```ts
 * import { memoryFiles } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(new Map([["/scripts/target/a.cfg", "adapter speed 480"]]));
 * console.log(fs.kind("/scripts/target"), fs.read("/scripts/board/../target/a.cfg")); // prints folder adapter speed 480
 * ```
 */
export function memoryFiles(
  files: ReadonlyMap<string, string>,
  path: PathRules = posixPath,
): Required<FileSystem> {
  const { resolve, dirname, basename } = path;
  const texts = new Map([...files].map(([name, text]) => [resolve(name), text]));
  const folders = new Map<string, Set<string>>();
  for (const file of texts.keys()) {
    for (let at = file; dirname(at) !== at; at = dirname(at)) {
      const names = folders.get(dirname(at)) ?? new Set();
      folders.set(dirname(at), names.add(basename(at)));
    }
  }
  return {
    path,
    read: (name) => texts.get(resolve(name)),
    kind: (name) => (texts.has(resolve(name)) ? "file" : folders.has(resolve(name)) ? "folder" : undefined),
    list: (folder) => [...(folders.get(resolve(folder)) ?? [])],
  };
}
