import { posix } from "node:path";
import type { FileSystem } from "../../src/files/file-system.ts";

/** Files that are nowhere but here, by absolute POSIX paths. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSystem {
  const names = Object.keys(files);
  const isBelow = (folder: string) => (name: string) =>
    name.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
  return {
    path: posix,
    read: (path) => files[path],
    kind: (path) => (path in files ? "file" : names.some(isBelow(path)) ? "folder" : undefined),
    list: (folder) => [
      ...new Set(names.filter(isBelow(folder)).map((name) => posix.relative(folder, name).split("/")[0]!)),
    ],
  };
}
