import { accessSync, constants, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { fileNameText } from "./file-names.ts";
import type { Disk } from "./file-system.ts";
import { readBounded } from "./read-bounded.ts";
import { systemPath } from "./system-path.ts";

/** The files of this machine, only to read. Devices, pipes and huge files are not read. */
export const diskFiles: Disk = {
  path,
  read: (path) => orUndefined(() => readBounded(path).toString("latin1")),
  kind(path) {
    const stat = orUndefined(() => statSync(systemPath(path), { throwIfNoEntry: false }));
    if (stat === undefined) return undefined;
    return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  },
  list: (folder) => orUndefined(() => namesIn(folder)) ?? [],
  isLink: (path) => lstatSync(systemPath(path), { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
  realpath(path) {
    // Only the system's own takes bytes, which are names on Linux; elsewhere it would spell them in a way of its own.
    const realpath = process.platform === "linux" ? realpathSync.native : realpathSync;
    return orUndefined(() => fileNameText(realpath(systemPath(path), "latin1"))) ?? path;
  },
  obstacle(path) {
    try {
      accessSync(systemPath(path), constants.R_OK);
      statSync(systemPath(path));
      return undefined;
    } catch (error) {
      return error as Error;
    }
  },
};

/** The names in a folder. Throws what the system says where it cannot be read. */
export function namesIn(folder: string): string[] {
  const path = systemPath(folder);
  const names = readdirSync(path);
  // Those that are not all UTF-8 have U+FFFD in them, and are read again as bytes.
  return names.some((name) => name.includes("\ufffd"))
    ? readdirSync(path, "latin1").map(fileNameText)
    : names;
}

function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
