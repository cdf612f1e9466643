import { basename, dirname, join } from "node:path";
import { bytesOf } from "../openocd/names.ts";
import { sha256 } from "./look.ts";

/** A name that every disk takes, in bytes: eCryptfs has 143 of what are 255 elsewhere. */
const LONGEST = 143;

/** How much of a hash tells long names apart. */
const TELLING = 12;

/**
 * The name of what belongs to a file and lies beside it: the file's own with an ending. Where that is longer than a disk
 * may take, the file's name is cut, and a hash of it says whose it is.
 */
export function beside(file: string, ending: string): string {
  const name = basename(file);
  const room = LONGEST - length(ending);
  if (length(name) <= room) return file + ending;
  const mark = `~${sha256(bytesOf(name)).slice(0, TELLING)}`;
  return join(dirname(file), cut(name, room - mark.length) + mark + ending);
}

/** The characters of a name that fit in so many bytes. */
function cut(name: string, most: number): string {
  let fitting = "";
  for (const character of name) {
    if (length(fitting + character) > most) break;
    fitting += character;
  }
  return fitting;
}

function length(name: string): number {
  return bytesOf(name).length;
}
