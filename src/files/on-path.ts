import type { PathRules } from "./file-system.ts";

/**
 * The files that a program's name can mean, in the order of PATH. A relative or empty entry of PATH is a different folder
 * in each working directory, perhaps one that another user controls. Such entries are ignored.
 */
export function filesOnPath(
  program: string,
  value: string | undefined,
  platform: string,
  { delimiter, isAbsolute, join }: PathRules,
): string[] {
  const file = platform === "win32" ? `${program}.exe` : program;
  const folders = (value ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.map((folder) => join(folder, file));
}
