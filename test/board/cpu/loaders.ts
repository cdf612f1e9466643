import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * The loaders that OpenOCD 0.12.0 downloads. Their bytes are not ours to copy: they are taken from the program that is
 * installed, where they lie among its constants, and known by their hash.
 */
const known = {
  /** r0: where, then the checksum; r1: how many bytes. */
  checksum: { bytes: 52, sha256: "c4ffd9f2d74e74f8cbf2da3f4296896216e477b1e1e130da7e1dbced0cff1c0d" },
  /** r0: pairs of words (how many words, where) up to one of 0 words; r1: an erased word. The first becomes the answer. */
  eraseCheck: { bytes: 36, sha256: "e6b158ea65a5358901089e821915cc1009376bf1665d1a17a273fd584c6a38d5" },
  /** r0: work area; r1: the end of its buffer; r2: where to write; r3: how many flash words. */
  stm32l4x: { bytes: 140, sha256: "29c5aa4f8017d721ed41b5b6d4e57e8a55da852ae156fd9cdc5aab7cfcb95c81" },
} as const;

export type LoaderName = keyof typeof known;

const ALIGNMENT = 4;

/** The bytes of a loader in this `openocd`. Throws where it has another. */
export function loaderFrom(program: string, name: LoaderName): Buffer {
  const { bytes, sha256 } = known[name];
  const image = readFileSync(program);
  for (let at = 0; at + bytes <= image.length; at += ALIGNMENT) {
    const candidate = image.subarray(at, at + bytes);
    if (maybeCode(candidate) && createHash("sha256").update(candidate).digest("hex") === sha256) {
      return Buffer.from(candidate);
    }
  }
  throw new Error(`${program} does not hold the loader ${name} of OpenOCD 0.12.0`);
}

/** Whether there is a BKPT #0 in it, as in all of them; hashing everything would take long. */
function maybeCode(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0xbe); at !== -1; at = bytes.indexOf(0xbe, at + 1)) {
    if (at % 2 === 1 && bytes[at - 1] === 0) return true;
  }
  return false;
}
