import { diskFiles } from "../files/disk-files.ts";
import type { Disk } from "../files/file-system.ts";
import { type Project, type ProjectOptions, projectIn } from "./project.ts";

/** {@link projectIn} on the disk of this machine, unless another is given. */
export function projectAt(
  path: string,
  { disk = diskFiles, ...options }: ProjectOptions & { disk?: Disk } = {},
): Project {
  return projectIn(path, disk, options);
}
