import { L5cfgFixError } from "../errors.ts";

/** An overlay that must not, or cannot, be written. The message says what to do. */
export class OverlayError extends L5cfgFixError {
  override readonly name = "OverlayError";

  constructor(message: string) {
    super("overlay", message);
  }
}

/** Files that must not, or cannot, be written or brought back. The message says what state they are in, and what to do. */
export class WriteError extends L5cfgFixError {
  override readonly name = "WriteError";

  constructor(message: string) {
    super("write", message);
  }
}

export function restless(folder: string): WriteError {
  return new WriteError(
    `${folder} changes all the time; nothing was changed. Run l5cfg-fix when it is at rest`,
  );
}

/** In a person's words what the system says when it cannot write. */
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

/** What to do about it: the last words of a message, or none. */
export function adviceOn(error: unknown, platform = process.platform): string {
  const advice = ADVICE[(error as NodeJS.ErrnoException).code ?? ""];
  return advice === undefined
    ? ""
    : `. To go on, ${platform === "win32" ? advice.replace("the owner", "an administrator") : advice}`;
}

/** Does what only looks at files. Throws WriteError where the system cannot even do that. */
export function looking<T>(look: () => T): T {
  return orElse("nothing was changed", look);
}

/** Does something, and says what a failure of the system's comes to. Errors of ours speak for themselves. */
export function orElse<T>(outcome: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof L5cfgFixError || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new WriteError(`${reasonOf(error)}; ${outcome}${adviceOn(error)}`);
  }
}

/** What went wrong in the system, and with which file. Errors of ours speak for themselves. */
export function reasonOf(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || error instanceof L5cfgFixError) return message;
  return `cannot write${path === undefined ? "" : ` ${path}`}: ${REASONS[code] ?? message} (${code})`;
}
