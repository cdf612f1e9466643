import { basename, dirname, join } from "node:path";
import { fileNameBytes } from "./file-names.ts";
import { sha256 } from "./hash.ts";

/** A name that every disk takes, in bytes: eCryptfs has 143 of what are 255 elsewhere. */
const LONGEST = 143;

/** How many digits of a hash keep long names apart. */
const HASH_DIGITS = 12;

/**
 * The name of a file that belongs to another one, in the same folder: the other's name with an ending. Where that is
 * longer than a disk may take, the name is cut, and a hash of it keeps it unique.
 */
export function siblingName(file: string, ending: string): string {
  const name = basename(file);
  const room = LONGEST - length(ending);
  if (length(name) <= room) return file + ending;
  const mark = `~${sha256(fileNameBytes(name)).slice(0, HASH_DIGITS)}`;
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
  return fileNameBytes(name).length;
}
