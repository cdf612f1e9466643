import { formatPatch, structuredPatch } from "diff";
import { fileNameBytes, isText } from "../files/file-names.ts";

/** A change of one file, for {@link unifiedDiff}. */
export interface FileChange {
  /** The name to print, relative to where the patch will be applied, with forward slashes. */
  name: string;
  before: string;
  after: string;
}

/**
 * A unified diff that `git apply` and `patch -p1` take; empty where nothing changed. Line ends stay as they are, carriage
 * returns included. `context` is in lines.
 *
 * @example
 * ```ts
 * import { unifiedDiff } from "l5cfg-fix";
 *
 * const diff = unifiedDiff([{ name: "board.cfg", before: "adapter_khz 480\n", after: "adapter speed 480\n" }]);
 * console.log(diff.split("\n").slice(3, 5).join("\n"));
 * // prints -adapter_khz 480
 * // prints +adapter speed 480
 * ```
 */
export function unifiedDiff(changes: readonly FileChange[], context = 3): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ name, before, after }) => {
      const patch = structuredPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
        context,
      });
      const text = formatPatch(patch).replace(/^=+\n/, "");
      if (!isText(name)) return text.replace(/^--- .*\n\+\+\+ .*\n/, () => headOf(name));
      // `patch` takes a name with a space in it for a whole one only when a tab follows; git writes one, too.
      return name.includes(" ") ? text.replace(/^(--- .*)\n(\+\+\+ .*)\n/, "$1\t\n$2\t\n") : text;
    })
    .join("");
}

/** Quoted as git does it, with bytes in octal (git-config(1), core.quotePath); `diff` has only characters to quote. */
function headOf(name: string): string {
  const quoted = fileNameBytes(name)
    .replace(/["\\]/g, "\\$&")
    .replace(/[^ -~]/g, (byte) => `\\${byte.charCodeAt(0).toString(8).padStart(3, "0")}`);
  return `--- "a/${quoted}"\n+++ "b/${quoted}"\n`;
}
