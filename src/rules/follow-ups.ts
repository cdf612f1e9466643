import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";

/**
 * Whether what is missing at a place may be what a script would bring that could not be found before: that is no fault of its
 * own. Scripts of adapters bring no chips.
 */
export function followsMissingScript({ problems }: Config, at: Place): boolean {
  const missing = problems.findIndex(
    ({ code, subject = "" }) => code === "file-not-found" && !/(?:^|[\\/])interface[\\/]/.test(subject),
  );
  if (missing === -1) return false;
  // Handlers and procs run later than all that the config says itself.
  return !problems
    .slice(0, missing)
    .some((problem) => problem.at?.file === at.file && problem.at.start === at.start);
}
