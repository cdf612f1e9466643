import { L5cfgFixError } from "../errors.ts";

/** A flash run that cannot begin: no overlay, no OpenOCD, words that do not fit. The message says what to do. */
export class FlashError extends L5cfgFixError {
  override readonly name = "FlashError";

  constructor(message: string) {
    super("flash", message);
  }
}
