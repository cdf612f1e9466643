import { L5cfgFixError } from "../errors.ts";

/** An overlay that must not, or cannot, be written. The message says what to do. */
export class OverlayError extends L5cfgFixError {
  override readonly name = "OverlayError";

  constructor(message: string) {
    super("overlay", message);
  }
}
