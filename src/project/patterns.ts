import ignore from "ignore";
import type { PathRules } from "../files/file-system.ts";

/** More wildcards than these in one pattern could take long to compare with a long name. */
const MOST_WILDCARDS = 6;
const LONGEST = 256;

/** Why a pattern is not taken; undefined where it is. */
export function patternFault(pattern: string): string | undefined {
  if (pattern.trim() === "") return "is empty";
  if (pattern.length > LONGEST) return `is longer than ${LONGEST} characters`;
  const wildcards = pattern.match(/\*+|\?|\[/g) ?? [];
  if (wildcards.length > MOST_WILDCARDS) return `has more than ${MOST_WILDCARDS} wildcards`;
  return undefined;
}

/**
 * Says of absolute paths whether patterns, written as in `.gitignore`, name them. Patterns are relative to a folder; what
 * is outside of it is named by none.
 */
export function matcher(
  patterns: readonly string[],
  folder: string,
  { relative, isAbsolute, sep }: PathRules,
): (path: string) => boolean {
  const rules = ignore({ ignorecase: false }).add([...patterns]);
  return (path) => {
    const name = relative(folder, path);
    if (name === "" || name.split(sep)[0] === ".." || isAbsolute(name)) return false;
    return rules.ignores(name.replaceAll(sep, "/"));
  };
}
