import type { FileSystem } from "./file-system.ts";
import { posixPath } from "./posix-path.ts";

/** A file's absolute path, by a name that may be relative to where a run looked for it. */
export type Absolute = (name: string) => string;

/** How files make names absolute that are relative to `cwd`; to the process's own, or the root of files in memory. */
export function absoluteIn({ path = posixPath }: FileSystem, cwd = "."): Absolute {
  const { resolve } = path;
  return (name) => resolve(cwd, name);
}
