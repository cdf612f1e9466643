import { dirname, join, relative, sep } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { WriteError } from "../files/errors.ts";
import { exists, lexists, realpath } from "../files/stat.ts";
import { scriptsFolderAround } from "../install/scripts-folder.ts";
import type { Entry } from "./journal.ts";

/** A file, and the folder whose journal it belongs to. */
export interface RootedFile extends Pick<Entry, "path"> {
  /** The folder with the journal, without links. */
  root: string;
  /** The plain file itself, without links. */
  file: string;
}

/** The folder whose journal a file belongs to: its scripts folder, else the one it is in. */
export function rootOf(path: string): string {
  return realpath(scriptsFolderAround(path, diskFiles) ?? dirname(path));
}

/** A file in its scripts folder. Where that is depends on the file itself, and not on the path that led to it. */
export function rootedFile(path: string): RootedFile {
  const file = realpath(path);
  const root = rootOf(file);
  return { root, file, path: relative(root, file).split(sep).join("/") };
}

/** The file of an entry. Throws WriteError where the links on the way lead elsewhere by now. */
export function fileOfEntry(root: string, { path, leadsTo }: Pick<Entry, "path" | "leadsTo">): string {
  const named = join(root, path);
  const expected = leadsTo ?? named;
  const file = realpath(named);
  if (file !== expected || (leadsTo === undefined && !exists(named) && lexists(named))) {
    throw new WriteError(
      `${named} leads to ${file} by now, not to ${expected} as when it was patched; nothing was done to it`,
    );
  }
  return file;
}
