import { formatPatch, structuredPatch } from "diff";

/** A change of one file, for {@link unifiedDiff}. */
export interface FileChange {
  /** The name to print, relative to where the patch will be applied, with forward slashes. */
  name: string;
  before: string;
  after: string;
}

/** A unified diff that `git apply` and `patch -p1` take. Line ends stay as they are, carriage returns included. */
export function unifiedDiff(changes: readonly FileChange[], context = 3): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => {
      const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
        context,
      });
      return formatPatch(patch).replace(/^=+\n/, "");
    })
    .join("");
}
