/**
 * What l5cfg-fix did, and is about to do, to the files of a scripts folder. It is in that folder, and written
 * down to the disk before any file is touched, so that the run after one that was killed knows what to expect.
 */

import { join } from "node:path";
import * as v from "valibot";
import type { DiskWriter } from "../files/disk-writer.ts";
import { WriteError } from "../files/errors.ts";
import { absolutePath, hash, innerName, parseShaped } from "../files/json-shape.ts";
import { readBounded, UnsuitableFileError } from "../files/read-bounded.ts";
import { replaceFile } from "../files/replace-file.ts";
import { lexists } from "../files/stat.ts";
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
  /** The real path, absolute, when the path contains a link: earlier versions recorded files by the path with the link. */
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

const journalShape = v.object({
  files: v.array(
    v.object({
      path: innerName,
      leadsTo: v.exactOptional(absolutePath),
      step: v.picklist(STEPS),
      original: hash,
      patched: v.exactOptional(hash),
      next: v.exactOptional(hash),
      aside: v.exactOptional(v.pipe(innerName, v.regex(/^[^\\/]*$/))),
    }),
  ),
});

/** The entries of a folder's journal; none where it has no journal. Throws WriteError for one that is damaged. */
export function readJournal(root: string): Entry[] {
  const path = join(root, journalName);
  if (!lexists(path)) return [];
  let text: string;
  try {
    text = readBounded(path, { followLink: false }).toString("utf8");
  } catch (error) {
    throw new WriteError(
      error instanceof UnsuitableFileError
        ? damaged(path, `cannot be read: ${error.message}`)
        : `cannot read ${path}: ${(error as Error).message}; nothing was changed`,
    );
  }
  return parseJournal(text, path);
}

/** Reads a journal's text; `path` is for messages. Throws WriteError for one that cannot be understood. */
export function parseJournal(text: string, path: string): Entry[] {
  const parsed = parseShaped(text, journalShape, { schema: SCHEMA, what: "journal" });
  if ("value" in parsed) return parsed.value.files;
  throw new WriteError(parsed.isNewer ? `${path} ${parsed.why}` : damaged(path, parsed.why));
}

function damaged(path: string, why: string): string {
  return `${path} ${why}; nothing was changed. The originals are beside the patched files (*.l5cfg-fix-backup): put them back by hand, then remove the journal`;
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
