import { L5cfgFixError } from "../errors.ts";

/** A manifest that cannot be read, or is not what it should be. The message says what to do. */
export class ManifestError extends L5cfgFixError {
  override readonly name = "ManifestError";

  constructor(message: string) {
    super("project", message);
  }
}
