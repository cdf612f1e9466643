import { siblingName } from "./sibling-name.ts";
import { lexists } from "./stat.ts";

/** A free name, in the folder of a file, for a version of it that a person changed. */
export function changedCopyName(file: string): string {
  for (let number = 1; ; number++) {
    const path = siblingName(file, `.l5cfg-fix-changed${number === 1 ? "" : `-${number}`}`);
    if (!lexists(path)) return path;
  }
}
