import { L5cfgFixError } from "../errors.ts";

/** Wrong use or unreadable input: the message goes to standard error, and the exit status is 2. */
export class UsageError extends L5cfgFixError {
  override readonly name = "UsageError";

  constructor(message: string) {
    super("usage", message);
  }
}
