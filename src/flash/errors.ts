import { L5cfgFixError } from "../errors.ts";

/** A flash run that cannot start: no overlay, no OpenOCD, options that do not fit. The message says what to do. */
export class FlashError extends L5cfgFixError {
  override readonly name = "FlashError";

  constructor(message: string) {
    super("flash", message);
  }
}
