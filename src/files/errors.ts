import { L5cfgFixError } from "../errors.ts";

/** Files that must not, or cannot, be written or brought back. The message says what state they are in, and what to do. */
export class WriteError extends L5cfgFixError {
  override readonly name = "WriteError";

  constructor(message: string) {
    super("write", message);
  }
}

/** A folder that changes whenever it is looked at. */
export function beingModified(folder: string): WriteError {
  return new WriteError(`${folder} is being modified by another process; nothing was written, try again`);
}
