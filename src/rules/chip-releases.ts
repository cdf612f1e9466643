import type { ChipFamily } from "../chips/index.ts";
import type { ReleaseId } from "../openocd/data/releases.ts";
import { releaseNames } from "./release-names.ts";

/** Says which releases flash a family. */
export function releaseNotes({ name, flashDriver }: ChipFamily): string[] {
  const able = Object.keys(flashDriver) as ReleaseId[];
  return able.length === 0
    ? [`no known version of OpenOCD flashes the ${name}`]
    : [`the ${name} can be flashed by OpenOCD ${releaseNames(able)}`];
}
