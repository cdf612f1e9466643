/** The one way in which files of this machine are read. */

import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from "node:fs";
import { maxFileBytes } from "./max-file-bytes.ts";
import { systemPath } from "./system-path.ts";

/** A file that is not read, although the system would. */
export class UnsuitableFileError extends Error {
  override readonly name = "UnsuitableFileError";
  readonly why: "not-a-file" | "too-large";

  constructor(why: "not-a-file" | "too-large", largest: number) {
    super(why === "not-a-file" ? "it is no plain file" : `it is larger than ${largest} bytes`);
    this.why = why;
  }
}

export interface ReadLimits {
  /** In bytes; {@link maxFileBytes} where it is not given. */
  largest?: number;
  /** Whether the path may be a link itself; links on the way are followed anyway. */
  followLink?: boolean;
}

const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0, O_NOFOLLOW = 0 } = constants;

/**
 * The bytes of a plain file. Sizes that the system states are not believed: a file of `/proc` has the size 0 and any
 * length. Devices and pipes are not opened, or are closed again before they can block. Throws UnsuitableFileError, and
 * what the system says where it cannot read.
 */
export function readBounded(
  path: string,
  { largest = maxFileBytes, followLink = true }: ReadLimits = {},
): Buffer {
  const name = systemPath(path);
  // Opening a device alone can do something: rewind a tape, start a watchdog.
  refuseOthers((followLink ? statSync : lstatSync)(name), largest);
  const file = openSync(name, O_RDONLY | O_NONBLOCK | O_NOCTTY | (followLink ? 0 : O_NOFOLLOW));
  try {
    const stat = fstatSync(file);
    // It may be another one by now.
    refuseOthers(stat, largest);
    // One that states no size is none of those that may be larger: a file of the kernel's.
    return readAll(file, stat.size, stat.size === 0 ? Math.min(largest, maxFileBytes) : largest);
  } finally {
    closeSync(file);
  }
}

function refuseOthers(stat: { isFile(): boolean; size: number }, largest: number): void {
  if (!stat.isFile()) throw new UnsuitableFileError("not-a-file", largest);
  if (stat.size > largest) throw new UnsuitableFileError("too-large", largest);
}

/** What is read at once where a file does not say how long it is. */
const CHUNK = 64 * 1024;

function readAll(file: number, expected: number, largest: number): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  // One byte more than expected shows the end without another read.
  for (let room = expected > 0 ? expected + 1 : CHUNK; ; room = CHUNK) {
    const part = Buffer.allocUnsafe(Math.min(room, largest + 1 - size));
    const count = readSync(file, part, 0, part.length, null);
    if (count === 0) break;
    size += count;
    if (size > largest) throw new UnsuitableFileError("too-large", largest);
    parts.push(part.subarray(0, count));
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
