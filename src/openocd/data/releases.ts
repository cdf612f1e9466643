/**
 * The builds of OpenOCD whose commands, drivers, target types and events are known, because they were
 * asked. All version-dependent data in this folder refers to the releases of this list.
 */

import type { JimVersion } from "../../tcl/jim.ts";

/** Short name of a known build. */
export type ReleaseId =
  | "0.10.0"
  | "st-1.0.0"
  | "st-1.1.0"
  | "st-1.2.0"
  | "st-1.3.0"
  | "st-1.4.0"
  | "st-1.5.0"
  | "st-1.6.0"
  | "st-1.7.0"
  | "0.11.0"
  | "st-1.8.0"
  | "st-1.9.0"
  | "st-1.10.0"
  | "st-1.11.0"
  | "0.12.0"
  | "st-1.12.0"
  | "st-1.13.0"
  | "master";

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
  /** Other names of it, and versions of builds that behave the same. */
  readonly also?: readonly string[];
  readonly note: string;
  /** What a program that is like this build says of itself. */
  readonly own?: OwnNames;
}

/** Names that a program has, by the table that they are in for known builds, and by driver its transports. */
interface OwnNames {
  readonly names: ReadonlyMap<object, ReadonlySet<string>>;
  readonly transports: ReadonlyMap<string, readonly string[]>;
  /** By target type, or by an adapter driver that no table has, the commands that it brings. */
  readonly brought: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A known build by its id, or one that a program was asked about. */
export type AnyRelease = ReleaseId | Release;

/** The known build whose bit a release has in every mask. */
export function idOf(release: AnyRelease): ReleaseId {
  return typeof release === "string" ? release : release.id;
}

/**
 * All known builds, ordered by the age of the upstream version that they are based on. The place in this list is the bit in
 * every mask (see `bitOf`); `npm run learn` puts further ones in.
 */
export const RELEASES = [
  {
    id: "0.10.0",
    version: "0.10.0",
    vendor: "upstream",
    base: "0.10.0",
    commits: 0,
    date: "2017-01",
    jim: "0.77",
    note: "upstream release, in older distributions; no DAP commands, no driver for ST-LINK's direct access",
  },
  {
    id: "st-1.0.0",
    version: "0.10.0+dev-00662-g64613644e",
    vendor: "st",
    base: "0.10.0",
    commits: 662,
    date: "2019-10",
    jim: "0.77",
    note: "as in STM32CubeIDE 1.0; on upstream of October 2018; `interface`, not `adapter driver`",
  },
  {
    id: "st-1.1.0",
    version: "0.10.0+dev-00664-g82e5a2ce4",
    vendor: "st",
    base: "0.10.0",
    commits: 664,
    date: "2019-10",
    jim: "0.77",
    note: "as in STM32CubeIDE 1.1",
  },
  {
    id: "st-1.2.0",
    version: "0.10.0+dev-00671-ge8585a782",
    vendor: "st",
    base: "0.10.0",
    commits: 671,
    date: "2019-12",
    jim: "0.77",
    note: "as in STM32CubeIDE 1.2",
  },
  {
    id: "st-1.3.0",
    version: "0.10.0+dev-00698-g0cac0a236",
    vendor: "st",
    base: "0.10.0",
    commits: 698,
    date: "2020-02",
    jim: "0.77",
    also: ["st-r1", "0.10.0+dev-00699-g13de478d2"],
    note: "as in STM32CubeIDE 1.3; branch r1 differs in its README only; knows G0, G4 and WB",
  },
  {
    id: "st-1.4.0",
    version: "0.10.0+dev-01281-g1b5c82884",
    vendor: "st",
    base: "0.10.0",
    commits: 1281,
    date: "2020-06",
    jim: "0.79",
    also: ["0.10.0+dev-g30d1303"],
    note: "as in STM32CubeIDE 1.4, whose banner is of the same day; on upstream of March 2020",
  },
  {
    id: "st-1.5.0",
    version: "0.10.0+dev-01288-g471423596",
    vendor: "st",
    base: "0.10.0",
    commits: 1288,
    date: "2020-11",
    jim: "0.79",
    also: ["st-r2"],
    note: "as in STM32CubeIDE 1.5, branch r2; the last with a driver stm32l5x",
  },
  {
    id: "st-1.6.0",
    version: "0.11.0-rc2+dev-00035-gaaa2ae26c",
    vendor: "st",
    base: "0.11.0-rc2",
    commits: 35,
    date: "2021-03",
    jim: "0.79",
    note: "as in STM32CubeIDE 1.6; close to upstream 0.11.0",
  },
  {
    id: "st-1.7.0",
    version: "0.11.0-rc2+dev-00039-gff701ce82",
    vendor: "st",
    base: "0.11.0-rc2",
    commits: 39,
    date: "2021-07",
    jim: "0.79",
    also: ["st-r3"],
    note: "as in STM32CubeIDE 1.7, branch r3; close to upstream 0.11.0",
  },
  {
    id: "0.11.0",
    version: "0.11.0",
    vendor: "upstream",
    base: "0.11.0",
    commits: 0,
    date: "2021-03",
    jim: "0.79",
    note: "upstream release",
  },
  {
    id: "st-1.8.0",
    version: "0.11.0+dev-00450-ge67ff42de",
    vendor: "st",
    base: "0.11.0",
    commits: 450,
    date: "2021-12",
    jim: "0.80",
    joinsExpr: true,
    note: "as in STM32CubeIDE 1.8; on upstream of October 2021, between 0.11.0 and 0.12.0",
  },
  {
    id: "st-1.9.0",
    version: "0.11.0+dev-00454-gd3b71197b",
    vendor: "st",
    base: "0.11.0",
    commits: 454,
    date: "2022-03",
    jim: "0.80",
    joinsExpr: true,
    note: "as in STM32CubeIDE 1.9",
  },
  {
    id: "st-1.10.0",
    version: "0.11.0+dev-00459-g7e36dc073",
    vendor: "st",
    base: "0.11.0",
    commits: 459,
    date: "2022-12",
    jim: "0.80",
    joinsExpr: true,
    also: ["st-r4"],
    note: "as in STM32CubeIDE 1.10, branch r4",
  },
  {
    id: "st-1.11.0",
    version: "0.12.0-rc1+dev-00974-ga79285f2f",
    vendor: "st",
    base: "0.12.0-rc1",
    commits: 974,
    date: "2022-12",
    jim: "0.81",
    joinsExpr: true,
    also: ["st-r5"],
    note: "as in STM32CubeIDE 1.11, branch r5; on upstream of October 2022, close to 0.12.0",
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
    id: "st-1.12.0",
    version: "0.12.0-00017-g26301c4dd",
    vendor: "st",
    base: "0.12.0",
    commits: 17,
    date: "2023-04",
    jim: "0.81",
    joinsExpr: true,
    note: "as in STM32CubeIDE 1.12; adds stm32h5x",
  },
  {
    id: "st-1.13.0",
    version: "0.12.0-00024-g34afaa939",
    vendor: "st",
    base: "0.12.0",
    commits: 24,
    date: "2024-03",
    jim: "0.81",
    joinsExpr: true,
    also: ["st-r6"],
    note: "as in STM32CubeIDE 1.13, branch r6; adds stldr",
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

/** The mask of that release and all later ones. */
export function since(id: ReleaseId): number {
  return -bitOf(id) & ((1 << RELEASES.length) - 1);
}

/** The mask of all before that release. */
export function before(id: ReleaseId): number {
  return bitOf(id) - 1;
}

/** Up to 0.11: what came with the upstream version of October 2021 is not there yet. */
export const UP_TO_0_11 = before("st-1.8.0");

/** Whether a build is of 0.11 or older, hence of before upstream's October 2021. */
export function isUpTo011(release: Release): boolean {
  return (bitOf(release.id) & UP_TO_0_11) !== 0;
}
