/**
 * What l5cfg-fix did, and is about to do, to the files of a scripts folder. It lies in that folder, and it is written
 * down to the disk before any file is touched, so whoever comes after a run that was killed knows what to expect.
 */

import { join } from "node:path";
import type { DiskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { staysInside } from "../files/paths.ts";
import { replaceFile } from "../files/replace-file.ts";
import { lexists, readIfPlain } from "../files/stat.ts";
import {
  firstWrong,
  isHash,
  isRecord,
  isString,
  listOf,
  oneOf,
  optional,
  record,
} from "../manifest/shape.ts";
import { version } from "../version.ts";

/** The journal's name in a scripts folder. */
export const journalName = "l5cfg-fix-journal.json";

/** What is being done to a file. Only `patched` is there while no run is under way. */
export type Step = "staging" | "patching" | "undoing" | "patched" | "restoring";

const STEPS: readonly Step[] = ["staging", "patching", "undoing", "patched", "restoring"];

/** One file that is patched in place. Hashes are SHA-256 of the bytes, in lower-case hex. */
export interface Entry {
  /** In the scripts folder, with forward slashes: `target/stm32l5x.cfg`. */
  path: string;
  /** Where that leads, absolute, when it is a link or lies behind one. */
  leadsTo?: string;
  step: Step;
  /** Of the file before l5cfg-fix first came; the backup has that. */
  original: string;
  /** Of what an earlier run made of it; missing where the first is under way. */
  patched?: string;
  /** Of what the run under way makes of it. */
  next?: string;
  /** Where a file that was changed since is put before the original comes back: a name in the same folder. */
  aside?: string;
}

const SCHEMA = 1;

const entryShape = {
  path: (value: unknown) => typeof value === "string" && staysInside(value),
  leadsTo: optional(isString),
  step: oneOf(STEPS),
  original: isHash,
  patched: optional(isHash),
  next: optional(isHash),
  aside: optional((value) => typeof value === "string" && staysInside(value) && !/[\\/]/.test(value)),
};

/** The entries of a folder's journal; none where it has no journal. Throws WriteError for one that is damaged. */
export function readJournal(root: string): Entry[] {
  const path = join(root, journalName);
  if (!lexists(path)) return [];
  const fail = (why: string) =>
    new WriteError(
      `${path} ${why}; nothing was changed. The originals are beside the patched files (*.l5cfg-fix-backup): put them back by hand, then remove the journal`,
    );
  let bytes: Buffer | undefined;
  let value: unknown;
  try {
    bytes = readIfPlain(path);
  } catch (error) {
    throw new WriteError(`cannot read ${path}: ${(error as Error).message}; nothing was changed`);
  }
  if (bytes === undefined) throw fail("is no plain file");
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw fail("is not JSON");
  }
  if (!isRecord(value) || typeof value.schema !== "number") throw fail("is no journal of l5cfg-fix");
  if (value.schema > SCHEMA) {
    throw new WriteError(
      `${path} has schema ${value.schema}, this l5cfg-fix knows ${SCHEMA}: a newer one wrote it; update l5cfg-fix`,
    );
  }
  const wrong = firstWrong(value, { files: listOf(record(entryShape)) });
  if (wrong !== undefined) throw fail(`is damaged: "${wrong}" is missing or wrong`);
  return value.files as Entry[];
}

/** Writes a journal down to the disk; without entries there is none. */
export function writeJournal(root: string, entries: readonly Entry[], disk: DiskWriter): void {
  const path = join(root, journalName);
  if (entries.length === 0) {
    disk.remove(path);
    disk.sync(root);
    return;
  }
  const files = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const text = `${JSON.stringify({ schema: SCHEMA, tool: `l5cfg-fix ${version}`, files }, null, 2)}\n`;
  replaceFile(path, Buffer.from(text), disk);
}

/** The files that a killed run left half done. */
export function underWay(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ step }) => step !== "patched");
}
