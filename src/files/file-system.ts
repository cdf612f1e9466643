import { readdirSync, readFileSync, statSync } from "node:fs";
import nodePath from "node:path";
import { bytesOf, nameOf, onDisk } from "../openocd/names.ts";

/** How a system spells paths; node's `path.posix` and `path.win32` are such. */
export interface PathRules {
  readonly sep: string;
  readonly delimiter: string;
  isAbsolute(path: string): boolean;
  normalize(path: string): string;
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
  relative(from: string, to: string): string;
  dirname(path: string): string;
  basename(path: string): string;
}

/** All access to files goes through this. What a file holds is bytes decoded as latin1; names are text. */
export interface FileSystem {
  /** How its paths are spelt; as on this machine where it does not say. */
  path?: PathRules;
  /** A file's text; undefined where there is no readable file of acceptable size. */
  read(path: string): string | undefined;
  /** What lies at a path; undefined where there is nothing. */
  kind(path: string): "file" | "folder" | "other" | undefined;
  /** The names of what a folder holds; nothing where it cannot be read. */
  list?(folder: string): readonly string[];
}

/** No config is larger than this, in bytes. */
const LARGEST_FILE = 16 * 1024 * 1024;

/** The files of this machine, only to read. Devices, pipes and huge files are not opened. */
export const diskFiles: FileSystem = {
  read(path) {
    try {
      const file = onDisk(path);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() && stat.size <= LARGEST_FILE ? readFileSync(file, "latin1") : undefined;
    } catch {
      return undefined;
    }
  },
  kind(path) {
    try {
      const stat = statSync(onDisk(path), { throwIfNoEntry: false });
      if (stat === undefined) return undefined;
      return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
    } catch {
      return undefined;
    }
  },
  list(folder) {
    try {
      return namesIn(folder);
    } catch {
      return [];
    }
  },
};

/** The names in a folder. Throws what the system says where it cannot be read. */
export function namesIn(folder: string): string[] {
  const path = onDisk(folder);
  const names = readdirSync(path);
  // Those that are not all UTF-8 have U+FFFD in them, and are read again as bytes.
  return names.some((name) => name.includes("\ufffd")) ? readdirSync(path, "latin1").map(nameOf) : names;
}

/** The same files, with their names in bytes, one character each, as OpenOCD has them. */
export function inBytes(files: FileSystem): FileSystem {
  return {
    ...(files.path && { path: files.path }),
    read: (path) => files.read(nameOf(path)),
    kind: (path) => files.kind(nameOf(path)),
    list: (folder) => files.list?.(nameOf(folder)).map(bytesOf) ?? [],
  };
}

/** Files that exist in memory, in front of others: what a patch would make of them, or standard input. */
export function withFiles(files: ReadonlyMap<string, string>, behind: FileSystem): FileSystem {
  // One file can be asked for by many spellings: `target/../target/x.cfg`.
  const { path = nodePath } = behind;
  const { resolve } = path;
  const byPath = new Map([...files].map(([name, text]) => [resolve(name), text]));
  return {
    path,
    read: (path) => byPath.get(resolve(path)) ?? behind.read(path),
    kind: (path) => (byPath.has(resolve(path)) ? "file" : behind.kind(path)),
    list: (folder) => [
      ...new Set([...entries(byPath.keys(), folder, path), ...(behind.list?.(folder) ?? [])]),
    ],
  };
}

/** The names in a folder, by the paths of files in it and below. */
function* entries(paths: Iterable<string>, folder: string, { relative, sep }: PathRules): Generator<string> {
  for (const path of paths) {
    const [first] = relative(folder, path).split(sep);
    if (first !== undefined && first !== "" && first !== "..") yield first;
  }
}
