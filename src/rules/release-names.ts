import { RELEASES, type ReleaseId } from "../openocd/data/releases.ts";
import { listed } from "./message-text.ts";

/**
 * Releases for a message, upstream's and ST's separately, each as ranges: "0.10.0 to 0.12.0 and st-1.0.0 to
 * st-1.13.0".
 */
export function releaseNames(ids: readonly ReleaseId[]): string {
  return listed(["upstream", "st"].flatMap((vendor) => ranges(ids, vendor)));
}

function ranges(ids: readonly ReleaseId[], vendor: string): string[] {
  const found: ReleaseId[][] = [];
  let run: ReleaseId[] = [];
  for (const release of RELEASES.filter((one) => one.vendor === vendor)) {
    if (!ids.includes(release.id)) run = [];
    else if (run.push(release.id) === 1) found.push(run);
  }
  return found.flatMap((one) => (one.length < 3 ? one : [`${one[0]} to ${one.at(-1)}`]));
}
