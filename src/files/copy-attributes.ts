import { fchmodSync, fchownSync, fstatSync, futimesSync } from "node:fs";
import type { FileStat } from "./stat.ts";

/**
 * Gives an open file the owner, mode and times of another one. Answers what could not be kept. Works on the open file:
 * another file may have its name by now. A change of owner may take bits from the mode.
 */
export function copyAttributes(file: number, { uid, gid, mode, atimeNs, mtimeNs }: FileStat): string[] {
  attempt(() => fchownSync(file, uid, gid)) || attempt(() => fchownSync(file, -1, gid));
  const { uid: owner, gid: group } = fstatSync(file);
  const isOwned = owner === uid && group === gid;
  // Rights that are lent to everybody who runs a file are for its owner to lend.
  const isKept = attempt(() => fchmodSync(file, mode & (isOwned ? 0o7777 : 0o777)));
  attempt(() => futimesSync(file, seconds(atimeNs), seconds(mtimeNs)));
  return [...(isOwned ? [] : ["owner"]), ...(isKept ? [] : ["mode"])];
}

/** As node takes times: in numbers that are exact to the microsecond. */
function seconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e9;
}

function attempt(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}
