/** The one way in which files are changed. Each operation is one step, after which a process may die. */

import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { onDisk } from "../openocd/names.ts";
import type { Facts } from "./look.ts";

export interface DiskWriter {
  /**
   * Writes a file that is not there yet, down to the disk. A link in its place is not followed. Given another file's
   * facts, it gets that one's owner, mode and times; answers what could not be kept of them.
   */
  create(path: string, bytes: Buffer, like?: Facts): string[];
  /** Gives a file a second name. */
  link(from: string, to: string): void;
  /** In one step: whoever looks finds the old file or the new one. */
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
    const file = openSync(onDisk(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, like ? 0o600 : 0o666);
    try {
      writeFileSync(file, bytes);
      const lost = like ? dress(file, like) : [];
      fsyncSync(file);
      return lost;
    } finally {
      closeSync(file);
    }
  },
  link: (from, to) => linkSync(onDisk(from), onDisk(to)),
  rename: (from, to) => renameSync(onDisk(from), onDisk(to)),
  remove(path) {
    try {
      unlinkSync(onDisk(path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  },
  makeFolder: (path) => void mkdirSync(onDisk(path), { recursive: true }),
  removeFolder: (path) => rmdirSync(onDisk(path)),
  sync(folder) {
    // Windows has no such thing for folders.
    if (process.platform === "win32") return;
    const handle = openSync(onDisk(folder), "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};

/** Works on the open file: its name may be somebody else's by now. A change of owner may take bits from the mode. */
function dress(file: number, { uid, gid, mode, atime, mtime }: Facts): string[] {
  attempt(() => fchownSync(file, uid, gid)) || attempt(() => fchownSync(file, -1, gid));
  const now = fstatSync(file);
  const isOwned = now.uid === uid && now.gid === gid;
  // Rights that are lent to whoever runs a file are for its owner to lend.
  const kept = attempt(() => fchmodSync(file, mode & (isOwned ? 0o7777 : 0o777)));
  attempt(() => futimesSync(file, atime, mtime));
  return [...(isOwned ? [] : ["owner"]), ...(kept ? [] : ["mode"])];
}

function attempt(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}
