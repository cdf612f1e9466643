import type { PathRules } from "./file-system.ts";

/**
 * The files that a program's name may stand for, in the order of PATH. A relative folder, or an empty one, is another
 * place in each working directory: a stranger's, as likely as not. So those do not count.
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
