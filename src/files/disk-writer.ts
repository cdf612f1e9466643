/** The one way in which files are changed. Each operation is one step, after which a process may die. */

import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  openSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import fsExtra from "fs-extra";
import { copyAttributes } from "./copy-attributes.ts";
import { isMissing } from "./os-errors.ts";
import { renameRetrying } from "./rename-retrying.ts";
import type { FileStat } from "./stat.ts";
import { systemPath } from "./system-path.ts";

export interface DiskWriter {
  /**
   * Writes a file that is not there yet, down to the disk. A link in its place is not followed. Given another file's
   * stat, it gets that one's owner, mode and times; answers what could not be kept of them.
   */
  create(path: string, bytes: Buffer, like?: FileStat): string[];
  /** Gives a file a second name. */
  link(from: string, to: string): void;
  /** In one step: everybody finds the old file or the new one. */
  rename(from: string, to: string): void;
  /** Nothing where nothing is there. */
  remove(path: string): void;
  /** With those above it. */
  makeFolder(path: string): void;
  /** An empty one. */
  removeFolder(path: string): void;
  /** Down to the disk: which names a folder has. */
  sync(folder: string): void;
}

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_WRONLY } = constants;

/** The disks of this machine. */
export const diskWriter: DiskWriter = {
  create(path, bytes, like) {
    const file = openSync(systemPath(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, like ? 0o600 : 0o666);
    try {
      writeFileSync(file, bytes);
      const lost = like ? copyAttributes(file, like) : [];
      fsyncSync(file);
      return lost;
    } finally {
      closeSync(file);
    }
  },
  link: (from, to) => linkSync(systemPath(from), systemPath(to)),
  rename: (from, to) => renameRetrying(systemPath(from), systemPath(to)),
  remove(path) {
    try {
      unlinkSync(systemPath(path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  // Takes bytes as well as text, whatever its types say.
  makeFolder: (path) => fsExtra.ensureDirSync(systemPath(path) as string),
  removeFolder: (path) => rmdirSync(systemPath(path)),
  sync(folder) {
    // Windows has no such thing for folders.
    if (process.platform === "win32") return;
    const handle = openSync(systemPath(folder), "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};
