import type { ReleaseId } from "../openocd/data/releases.ts";
import { transportsOf } from "../openocd/data/transports.ts";

/** The ways to a Cortex-M that ST-LINK's drivers have in a release, HLA first. */
export function stlinkTransports(release: ReleaseId): string[] {
  const all = ["hla", "st-link"].flatMap((driver) => transportsOf(driver, release) ?? []);
  const isArm = (transport: string) => transport !== "swim";
  return all.filter(isArm);
}
