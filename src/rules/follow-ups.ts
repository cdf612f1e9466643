import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";

/**
 * Whether an object at a place may be missing because a script was not found: then its absence is not a fault of its
 * own. Scripts of adapters define no chips.
 */
export function followsMissingScript({ problems }: Config, at: Place): boolean {
  const missing = problems.findIndex(
    ({ code, subject = "" }) => code === "file-not-found" && !/(?:^|[\\/])interface[\\/]/.test(subject),
  );
  if (missing === -1) return false;
  // Handlers and procs run later than the config's own commands.
  return !problems
    .slice(0, missing)
    .some((problem) => problem.at?.file === at.file && problem.at.start === at.start);
}
