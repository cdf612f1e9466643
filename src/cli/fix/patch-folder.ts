import { relative, resolve } from "node:path";
import { unifiedDiff } from "../../edit/diff.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { pathFrom } from "../../report/path-name.ts";

/** A file that a patch changes. */
interface PatchedFile {
  path: string;
  before: string;
  after: string;
}

/** The folder that the names in a patch are from: the first that all files are below, else the root of all. */
export function patchFolder(files: readonly PatchedFile[], folders: readonly string[]): string {
  return folders.find((folder) => files.every(({ path }) => pathFrom(path, folder) !== path)) ?? resolve("/");
}

/** Where the names in a patch are from, and what applies it there: Windows has no `patch` of its own. */
export function whereFrom(base: string, platform: NodeJS.Platform): string {
  const argv = platform === "win32" ? ["git", "-C", base, "apply"] : ["patch", "-p1", "-d", base];
  return `The names are from ${base}: ${shellQuote(argv, platform)}`;
}

/** What a patch changes, as text. */
export function diffOf(files: readonly PatchedFile[], base: string): string {
  return unifiedDiff(
    files.map(({ path, before, after }) => ({
      name: relative(base, path).replaceAll("\\", "/"),
      before,
      after,
    })),
  );
}
