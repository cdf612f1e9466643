import nodePath from "node:path";
import type { PathRules } from "./file-system.ts";

/** Whether a path is a folder, or in it or below. Links are not looked at: give both without them. */
export function isWithin(
  path: string,
  folder: string,
  { relative, sep, isAbsolute }: PathRules = nodePath,
): boolean {
  const name = relative(folder, path);
  return name.split(sep)[0] !== ".." && !isAbsolute(name);
}
