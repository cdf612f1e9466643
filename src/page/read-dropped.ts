import { latin1Of } from "../core.ts";
import { looseFolder } from "./scripts.ts";

/** A file that was dropped or chosen, and where it is. */
export interface Dropped {
  path: string;
  file: File;
}

/** What was read, and what was left out, with the reason. */
export interface Read {
  files: [path: string, text: string][];
  left: string[];
}

/** Largest file, largest sum in bytes, and most files that are read. */
const LARGEST = 16 * 1024 * 1024;
const MOST_BYTES = 128 * 1024 * 1024;
export const MOST_FILES = 5000;

/** Files of other kinds are not for OpenOCD to read. */
const WANTED = /\.(?:cfg|tcl|log|txt|out)$|^[^.]+$/i;

/** What a person chose in a dialog. */
export function chosenIn(files: Iterable<File>): Dropped[] {
  return [...files].map((file) => ({ file, path: `/${file.webkitRelativePath || looseName(file.name)}` }));
}

function looseName(name: string): string {
  return `${looseFolder.slice(1)}/${name}`;
}

/** Reads what OpenOCD may read. */
export async function readAll(dropped: readonly Dropped[]): Promise<Read> {
  const read: Read = { files: [], left: [] };
  let room = MOST_BYTES;
  for (const { path, file } of dropped) {
    if (!WANTED.test(file.name) && dropped.length > 1) continue;
    const why =
      read.files.length >= MOST_FILES
        ? `more than ${MOST_FILES} files`
        : file.size > Math.min(LARGEST, room)
          ? `larger than ${LARGEST >> 20} MiB`
          : undefined;
    if (why !== undefined) {
      read.left.push(`${file.name}: ${why}`);
      continue;
    }
    room -= file.size;
    try {
      read.files.push([path, latin1Of(new Uint8Array(await file.arrayBuffer()))]);
    } catch {
      read.left.push(`${file.name}: the browser cannot read it`);
    }
  }
  return read;
}
