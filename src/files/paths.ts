import nodePath, { isAbsolute, win32 } from "node:path";
import type { PathRules } from "./file-system.ts";

/** Whether a name stays inside the folder it is relative to, on any system. */
export function staysInside(name: string): boolean {
  const steps = name.split(/[\\/]/);
  return !isAbsolute(name) && !win32.isAbsolute(name) && !/^[A-Za-z]:/.test(name) && isPlain(steps);
}

function isPlain(steps: readonly string[]): boolean {
  return steps.every((step) => step !== "" && step !== "." && step !== ".." && !step.includes("\0"));
}

/** Whether a path is a folder, or in it or below. Links are not looked at: give both without them. */
export function isWithin(
  path: string,
  folder: string,
  { relative, sep, isAbsolute }: PathRules = nodePath,
): boolean {
  const name = relative(folder, path);
  return name.split(sep)[0] !== ".." && !isAbsolute(name);
}
