import { L5cfgFixError } from "../errors.ts";

/** A firmware that cannot be read, or holds nothing to write. The message says what to do. */
export class ImageError extends L5cfgFixError {
  override readonly name = "ImageError";

  constructor(message: string) {
    super("firmware", message);
  }
}
