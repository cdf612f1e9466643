import compare from "semver/functions/compare.js";
import parse from "semver/functions/parse.js";

/**
 * Negative when version a is older than b, positive when newer: `0.11.0-rc2` comes before `0.11.0`. What `semver` does not
 * read, such as `0.012.0`, is older than all that it does.
 */
export function compareBases(a: string, b: string): number {
  const [one, other] = [parse(a, { loose: true }), parse(b, { loose: true })];
  return one !== null && other !== null ? compare(one, other) : Number(one !== null) - Number(other !== null);
}
