import { lstatSync } from "node:fs";
import { type DiskWriter, diskWriter } from "../../src/files/disk-writer.ts";

/** What a process meets that is killed: nothing after it has an effect. */
class Killed extends Error {}

/**
 * A disk at whose n-th operation, counted from 0, the process is killed: in the midst of it, when it writes a file, else
 * before it. `count` says how many operations there were.
 */
export function dyingDisk(at: number): DiskWriter & { count: number } {
  return watched((number, isCreate, perform) => {
    if (number < at) return perform();
    if (number === at && isCreate) perform((bytes) => bytes.subarray(0, bytes.length >> 1));
    throw new Killed(`killed at operation ${at}`);
  });
}

/** A disk whose n-th operation fails as the system's do; with `stays`, those after it, too. */
export function failingDisk(at: number, code: string, stays = false): DiskWriter & { count: number } {
  return watched((number, _, perform) => {
    if (number === at || (stays && number > at)) {
      throw Object.assign(new Error(`${code}: it fails`), { code, path: "/some/file" });
    }
    return perform();
  });
}

type Perform = (change?: (bytes: Buffer) => Buffer) => unknown;

function watched(
  onOperation: (number: number, isCreate: boolean, perform: Perform) => unknown,
): DiskWriter & { count: number } {
  const disk = { ...diskWriter, count: 0 };
  for (const name of Object.keys(diskWriter) as (keyof DiskWriter)[]) {
    const operation = diskWriter[name] as (...args: unknown[]) => unknown;
    disk[name] = ((...args: unknown[]) =>
      onOperation(disk.count++, name === "create", (change) =>
        operation(...args.map((arg) => (change && Buffer.isBuffer(arg) ? change(arg) : arg))),
      )) as never;
  }
  return disk;
}

/** A disk with so many blocks free, of 4096 bytes. What is removed or replaced makes room again. `used` is what was needed. */
export function smallDisk(blocks: number): DiskWriter & { used: number } {
  const block = 4096;
  const room = blocks * block;
  const sizes = new Map<string, number>();
  let taken = 0;
  const blocksOf = (bytes: number) => Math.ceil(bytes / block) * block;
  // Called before something takes the name of a file; a file with another name stays.
  const free = (path: string) => {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() && stat.nlink === 1) taken -= sizes.get(path) ?? blocksOf(stat.size);
    sizes.delete(path);
  };
  const disk = {
    ...diskWriter,
    used: 0,
    create(path: string, bytes: Buffer, like?: Parameters<DiskWriter["create"]>[2]) {
      const size = blocksOf(bytes.length);
      disk.used = Math.max(disk.used, (taken + size) / block);
      if (taken + size > room) {
        // The file is there then, without all of its bytes.
        diskWriter.create(path, bytes.subarray(0, bytes.length >> 1), like);
        throw Object.assign(new Error("ENOSPC: it is full"), { code: "ENOSPC", path });
      }
      taken += size;
      sizes.set(path, size);
      return diskWriter.create(path, bytes, like);
    },
    rename(from: string, to: string) {
      free(to);
      diskWriter.rename(from, to);
      const size = sizes.get(from);
      sizes.delete(from);
      if (size !== undefined) sizes.set(to, size);
    },
    remove(path: string) {
      free(path);
      diskWriter.remove(path);
    },
  };
  return disk;
}
