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
