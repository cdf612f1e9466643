import { RELEASES, type ReleaseId } from "./data/releases.ts";

/** A build of OpenOCD that is known, as one chooses it. */
export interface KnownRelease {
  id: ReleaseId;
  /** What `openocd --version` prints after "Open On-Chip Debugger", without date and address. */
  version: string;
  /** `st` is the fork that STM32CubeIDE ships. */
  vendor: "st" | "upstream";
  /** Month of the build's last commit, `YYYY-MM`. */
  date: string;
}

/** The known builds, by the age of the upstream version that they are based on. */
export const knownReleases: readonly KnownRelease[] = RELEASES.map(({ id, version, vendor, date }) => ({
  id,
  version,
  vendor,
  date,
}));
