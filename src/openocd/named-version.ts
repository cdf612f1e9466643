import { defaultOpenOcd, isVersion } from "./version.ts";

/** A version of OpenOCD as a person writes it: `0.12` is short for `0.12.0`. */
export function fullVersion(version: string): string {
  return /^v?\d+\.\d+$/.test(version) ? `${version}.0` : version;
}

/** Why a version that a person wrote is none; undefined where it is one. */
export function versionFault(version: string): string | undefined {
  const full = fullVersion(version);
  if (!isVersion(full)) return `that is not a version of OpenOCD, such as ${defaultOpenOcd}`;
  return isOfTheFuture(full) ? `there is no such OpenOCD; the newest is ${defaultOpenOcd}` : undefined;
}

/** Whether a version is beyond the one that comes next after those that are known. */
function isOfTheFuture(version: string): boolean {
  const [major, minor] = numbersOf(version);
  const [newestMajor, newestMinor] = numbersOf(defaultOpenOcd);
  return /^v?\d/.test(version) && (major > newestMajor || (major === newestMajor && minor > newestMinor + 1));
}

function numbersOf(version: string): [major: number, minor: number] {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return [major, minor];
}
