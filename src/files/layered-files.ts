import { fileNameBytes, fileNameText } from "./file-names.ts";
import type { FileSystem } from "./file-system.ts";
import { memoryFiles } from "./memory-files.ts";
import { posixPath } from "./posix-path.ts";

/** Files that exist in memory, in front of others: what a patch would make of them, or standard input. */
export function withFiles(files: ReadonlyMap<string, string>, others: FileSystem): FileSystem {
  const { path = posixPath } = others;
  const front = memoryFiles(files, path);
  return {
    path,
    read: (name) => front.read(name) ?? others.read(name),
    kind: (name) => front.kind(name) ?? others.kind(name),
    list: (folder) => [...new Set([...front.list(folder), ...(others.list?.(folder) ?? [])])],
  };
}

/** The same files, with their names in bytes, one character each, as OpenOCD has them. */
export function inBytes(files: FileSystem): FileSystem {
  return {
    ...(files.path && { path: files.path }),
    read: (path) => files.read(fileNameText(path)),
    kind: (path) => files.kind(fileNameText(path)),
    list: (folder) => files.list?.(fileNameText(folder)).map(fileNameBytes) ?? [],
  };
}
