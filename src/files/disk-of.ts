import type { Disk, FileSystem } from "./file-system.ts";
import { posixPath } from "./posix-path.ts";

/** A file system that was passed in, as a disk. It has no links, unless it is one that knows them. */
export function diskOf(files: FileSystem): Disk {
  if (isDisk(files)) return files;
  const { path = posixPath } = files;
  return {
    path,
    read: (name) => files.read(name),
    kind: (name) => files.kind(name),
    list: (folder) => files.list?.(folder) ?? [],
    isLink: () => false,
    realpath: (name) => name,
    obstacle: (name) =>
      files.kind(name) === undefined
        ? Object.assign(new Error(`${name} does not exist`), { code: "ENOENT" })
        : undefined,
  };
}

/** Whether files know links and permissions. */
export function isDisk(files: FileSystem): files is Disk {
  return "realpath" in files && "obstacle" in files && "isLink" in files && files.path !== undefined;
}
