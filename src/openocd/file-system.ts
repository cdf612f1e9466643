import { readFileSync, statSync } from "node:fs";

/** All access to files goes through this. Text is bytes decoded as latin1. */
export interface FileSystem {
  /** A file's text; undefined where there is no readable file of acceptable size. */
  read(path: string): string | undefined;
  kind(path: string): "file" | "folder" | "other" | undefined;
}

/** No config is larger than this, in bytes. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** The files of this machine, only to read. Devices, pipes and huge files are not opened. */
export const diskFiles: FileSystem = {
  read(path) {
    try {
      const stat = statSync(path);
      return stat.isFile() && stat.size <= LARGEST_FILE ? readFileSync(path, "latin1") : undefined;
    } catch {
      return undefined;
    }
  },
  kind(path) {
    try {
      const stat = statSync(path);
      return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
    } catch {
      return undefined;
    }
  },
};

/** Files that exist in memory, in front of others: what a patch would make of them, or standard input. */
export function withFiles(files: ReadonlyMap<string, string>, behind: FileSystem): FileSystem {
  return {
    read: (path) => files.get(path) ?? behind.read(path),
    kind: (path) => (files.has(path) ? "file" : behind.kind(path)),
  };
}
