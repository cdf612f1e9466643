import { L5cfgFixError } from "../errors.ts";

/** Nothing can be proven: no OpenOCD, no board for the chip, a firmware that does not fit. The message says what to do. */
export class ProveError extends L5cfgFixError {
  override readonly name = "ProveError";

  constructor(message: string) {
    super("prove", message);
  }
}
