/** What finding installs has to know of a machine. Tests lay out machines of other systems. */

import { accessSync, constants, lstatSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { diskFiles, type FileSystem, type PathRules } from "../files/file-system.ts";
import { nameOf, onDisk } from "../openocd/names.ts";

/** A disk: the files on it, and how their paths are spelt. */
export interface Disk extends FileSystem {
  path: PathRules;
  list(folder: string): readonly string[];
  /** Whether a path is a symbolic link itself. */
  isLink(path: string): boolean;
  /** A path without links; itself where nothing is there. */
  real(path: string): string;
  /** Why a path cannot be read; undefined where it can. */
  obstacle(path: string): NodeJS.ErrnoException | undefined;
}

export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder. */
  home: string;
  disk: Disk;
  /** What a program prints when it is asked for its version; undefined where it does not answer. */
  ask(binary: string): string | undefined;
}

export const thisDisk: Disk = {
  ...diskFiles,
  path,
  list: (folder) => diskFiles.list!(folder),
  isLink(path) {
    return lstatSync(onDisk(path), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  },
  real(path) {
    try {
      // Only the system's own takes bytes, which are names on Linux; elsewhere it would spell them in a way of its own.
      const realpath = process.platform === "linux" ? realpathSync.native : realpathSync;
      return nameOf(realpath(onDisk(path), "latin1"));
    } catch {
      return path;
    }
  },
  obstacle(path) {
    try {
      accessSync(onDisk(path), constants.R_OK);
      statSync(onDisk(path));
      return undefined;
    } catch (error) {
      return error as NodeJS.ErrnoException;
    }
  },
};

/** A file system that was passed in, as a disk. It has no links, unless it is this machine's own. */
export function diskOf(files: FileSystem): Disk {
  if (files === diskFiles) return thisDisk;
  const { path: rules = path } = files;
  return {
    path: rules,
    read: (name) => files.read(name),
    kind: (name) => files.kind(name),
    list: (folder) => files.list?.(folder) ?? [],
    isLink: () => false,
    real: (name) => name,
    obstacle: (name) =>
      files.kind(name) === undefined
        ? Object.assign(new Error(`${name} does not exist`), { code: "ENOENT" })
        : undefined,
  };
}

/** A variable of the environment; Windows does not mind the case of its name. */
export function variable(
  { platform, env }: Pick<Machine, "platform" | "env">,
  name: string,
): string | undefined {
  const key =
    platform === "win32" ? Object.keys(env).find((own) => own.toLowerCase() === name.toLowerCase()) : name;
  return (key !== undefined && env[key]) || undefined;
}
