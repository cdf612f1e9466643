/** What the system says when files cannot be read or written, in a person's words. */

import { L5cfgFixError } from "../errors.ts";
import { WriteError } from "./errors.ts";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "there is no permission to write there",
  EPERM: "the system does not permit it",
  EROFS: "the disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than the limit",
  ENOENT: "it is not there, or its folder is gone",
  ENOTDIR: "its folder is gone",
  EEXIST: "something else is there already",
  EISDIR: "a folder is there",
  ENAMETOOLONG: "the name is too long",
  EIO: "the disk fails",
  EMFILE: "too many files are open",
  EBUSY: "another program uses it",
};

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: "make room, and run it again",
  EDQUOT: "make room, and run it again",
  EACCES: "run it as the owner, or write an overlay elsewhere with -o",
  EPERM: "run it as the owner, or write an overlay elsewhere with -o",
  EROFS: "write an overlay elsewhere with -o",
  ENAMETOOLONG:
    "give the files or folders on the way there shorter names, or write an overlay elsewhere with -o",
};

/** Whether an error says that nothing is at a path. */
export function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error) ?? "");
}

/** The system's code for an error: `ENOSPC`. */
function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}

/** What to do about it: the last words of a message, or none. */
export function adviceFor(error: unknown, platform: NodeJS.Platform = process.platform): string {
  const advice = ADVICE[codeOf(error) ?? ""];
  return advice === undefined
    ? ""
    : `. To go on, ${platform === "win32" ? advice.replace("the owner", "an administrator") : advice}`;
}

/** Does what only reads files. Throws WriteError where the system cannot even do that. */
export function wrapReadErrors<T>(read: () => T): T {
  return wrapOsErrors("nothing was changed", read);
}

/** Does something, and wraps errors of the system, with what follows from them. Errors of ours are passed on. */
export function wrapOsErrors<T>(outcome: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof L5cfgFixError || codeOf(error) === undefined) throw error;
    throw new WriteError(`${reasonOf(error)}; ${outcome}${adviceFor(error)}`);
  }
}

/** What went wrong in the system, and with which file. Errors of ours speak for themselves. */
export function reasonOf(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof L5cfgFixError) return message;
  return `cannot write${path === undefined ? "" : ` ${path}`}: ${REASONS[code] ?? message} (${code})`;
}
