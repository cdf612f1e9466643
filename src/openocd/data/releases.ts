/**
 * The builds of OpenOCD whose commands, drivers, target types and events are known, because they were
 * asked. Everything version-dependent in this folder is told per release of this list.
 */

import type { JimVersion } from "../../tcl/jim.ts";

/** Short name of a known build. */
export type ReleaseId = "st-r1" | "st-r2" | "st-r3" | "0.12.0" | "st-r6" | "master";

/** One known build of OpenOCD. */
export interface Release {
  readonly id: ReleaseId;
  /** What `openocd --version` prints after "Open On-Chip Debugger", without date and address. */
  readonly version: string;
  /** `st` is the fork that STM32CubeIDE ships. */
  readonly vendor: "st" | "upstream";
  /** The version it is based on, a true semantic version (which `version` is not). */
  readonly base: string;
  /** Commits ahead of the base. */
  readonly commits: number;
  /** Month of the build's last commit, `YYYY-MM`. */
  readonly date: string;
  /** The Jim Tcl in it. */
  readonly jim: JimVersion;
  /** Whether the build has an `expr` of its own that joins several words, which its Jim would refuse, with a warning. */
  readonly joinsExpr?: true;
  readonly note: string;
}

/**
 * All known builds, oldest first, each behind the one that it is like. The place in this list is the bit in every mask (see
 * `bitOf`); `npm run learn` puts further ones in.
 */
export const RELEASES = [
  {
    id: "st-r1",
    version: "0.10.0+dev-00699-g13de478d2",
    vendor: "st",
    base: "0.10.0",
    commits: 699,
    date: "2020-02",
    jim: "0.77",
    note: "branch openocd-cubeide-r1, of the time of STM32CubeIDE 1.3; `interface`, not `adapter driver`",
  },
  {
    id: "st-r2",
    version: "0.10.0+dev-01288-g471423596",
    vendor: "st",
    base: "0.10.0",
    commits: 1288,
    date: "2020-11",
    jim: "0.79",
    note: "branch openocd-cubeide-r2, of the time of STM32CubeIDE 1.5; the last with a driver stm32l5x",
  },
  {
    id: "st-r3",
    version: "0.11.0-rc2+dev-00039-gff701ce82",
    vendor: "st",
    base: "0.11.0-rc2",
    commits: 39,
    date: "2021-07",
    jim: "0.79",
    note: "branch openocd-cubeide-r3, of the time of STM32CubeIDE 1.7; close to upstream 0.11.0",
  },
  {
    id: "0.12.0",
    version: "0.12.0",
    vendor: "upstream",
    base: "0.12.0",
    commits: 0,
    date: "2023-01",
    jim: "0.81",
    joinsExpr: true,
    note: "upstream release, as most distributions package it",
  },
  {
    id: "st-r6",
    version: "0.12.0-00024-g34afaa939",
    vendor: "st",
    base: "0.12.0",
    commits: 24,
    date: "2024-03",
    jim: "0.81",
    joinsExpr: true,
    note: "branch openocd-cubeide-r6, of the time of STM32CubeIDE 1.15; adds stm32h5x and stldr",
  },
  {
    id: "master",
    version: "0.12.0+dev-02632-gabbbc2e05",
    vendor: "upstream",
    base: "0.12.0",
    commits: 2632,
    date: "2026-08",
    jim: "0.83",
    note: "upstream development",
  },
] as const satisfies readonly Release[];

const INDEX = new Map<ReleaseId, number>(RELEASES.map((release, index) => [release.id, index]));

/** The known build of that name. */
export function releaseById(id: ReleaseId): Release {
  return RELEASES[INDEX.get(id)!]!;
}

/** The mask with only that release's bit set: `1 << place in RELEASES`. */
export function bitOf(id: ReleaseId): number {
  return 1 << INDEX.get(id)!;
}

/** The releases of a mask, in their order. */
export function idsOf(mask: number): ReleaseId[] {
  return RELEASES.flatMap(({ id }) => (mask & bitOf(id) ? [id] : []));
}

/** The mask of that release and all behind it. */
export function since(id: ReleaseId): number {
  return -bitOf(id) & ((1 << RELEASES.length) - 1);
}

/** The mask of all before that release. */
export function before(id: ReleaseId): number {
  return bitOf(id) - 1;
}

/** Whether a build comes before 0.12.0, with which HLA lost the commands that were its own. */
export function isBefore012(release: Release): boolean {
  return (bitOf(release.id) & before("0.12.0")) !== 0;
}
